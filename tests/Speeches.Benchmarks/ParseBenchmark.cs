using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Markdig;
using Markdig.Syntax;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Benchmarks;

/// <summary>The seed, from bytes to header, paragraphs and quotations, against Markdig's CommonMark parse of the same text.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class ParseBenchmark
{
    private readonly byte[] _bytes = File.ReadAllBytes(Places.Seed);
    private readonly string _text = File.ReadAllText(Places.Seed);

    [Benchmark(Baseline = true, Description = "Markdig, CommonMark")]
    public MarkdownDocument Markdig() => Markdown.Parse(_text);

    [Benchmark(Description = "Speeches")]
    public ParsedSpeech Speeches() => SpeechParser.Parse(SpeechReaders.Read(_bytes));

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(8).WithIterationCount(12));
    }
}
