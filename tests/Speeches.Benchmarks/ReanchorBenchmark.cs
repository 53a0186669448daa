using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DiffPlex;
using DiffPlex.Model;
using Speeches.Annotations;

namespace Speeches.Benchmarks;

/// <summary>
/// 10,000 annotations of one speech of 300 paragraphs carried into a version with a fifth of the words changed, against DiffPlex's
/// comparison of the same two texts by words.
/// </summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class ReanchorBenchmark
{
    private const int Paragraphs = 300;
    private const int WordsEach = 80;
    private const int Annotations = 10_000;
    private readonly List<Block> _before;
    private readonly List<Block> _after;
    private readonly List<TextAnchor> _anchors = [];
    private readonly string _textBefore;
    private readonly string _textAfter;

    public ReanchorBenchmark()
    {
        var random = new Random(20191);
        var text = Enumerable.Range(0, Paragraphs).Select(_ => Enumerable.Range(0, WordsEach).Select(_ => Word()).ToArray()).ToList();
        _before = Blocks(text);
        _after = Blocks(text.Select(words => words.Select(word => random.Next(5) == 0 ? Word() : word)));
        _textBefore = string.Join('\n', _before.Select(block => block.Text));
        _textAfter = string.Join('\n', _after.Select(block => block.Text));
        while (_anchors.Count < Annotations)
        {
            var paragraph = random.Next(Paragraphs);
            var (first, count) = (random.Next(WordsEach - 8), random.Next(1, 9));
            var start = text[paragraph].Take(first).Sum(word => word.Length + 1);
            _anchors.Add(random.Next(4) == 0
                ? TextAnchor.To(_before[paragraph])
                : TextAnchor.To(_before[paragraph], start, start + text[paragraph].Skip(first).Take(count).Sum(word => word.Length + 1) - 1));
        }

        // Few words are most of a text, as in any language.
        string Word() => $"word{(int)(5000 * Math.Pow(random.NextDouble(), 3))}";
    }

    [Benchmark(Baseline = true, Description = "DiffPlex, words")]
    public DiffResult DiffPlex() => new Differ().CreateWordDiffs(_textBefore, _textAfter, ignoreWhitespace: false, separators: [' ', '\n']);

    [Benchmark(Description = "Speeches, 10,000 annotations")]
    public int Speeches()
    {
        var reanchoring = new Reanchoring(_before, _after);
        return _anchors.Count(anchor => reanchoring.Carry(anchor).Place is not null);
    }

    private static List<Block> Blocks(IEnumerable<IEnumerable<string>> paragraphs) => [.. paragraphs.Index().Select(paragraph => new Block
    {
        Id = $"p{paragraph.Index + 1}",
        Kind = BlockKind.Paragraph,
        Number = paragraph.Index + 1,
        Text = string.Join(' ', paragraph.Item),
    })];

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(2).WithIterationCount(5));
    }
}
