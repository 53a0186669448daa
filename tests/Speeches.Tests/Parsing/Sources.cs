using System.Text;
using Speeches.Formats.Reading;
using Speeches.Parsing;
using Speeches.Tests.Architecture;

namespace Speeches.Tests.Parsing;

/// <summary>Texts to parse, through the same door as an imported file.</summary>
internal static class Sources
{
    internal static ParsedSpeech Parse(string text) => SpeechParser.Parse(SpeechReaders.Read(Encoding.UTF8.GetBytes(text)));

    internal static ParsedSpeech Seed() => SpeechParser.Parse(SpeechReaders.Read(File.ReadAllBytes(SeedPath())));

    /// <summary>A speech of one paragraph under a salutation, so that nothing of it can be taken for a header.</summary>
    internal static Block Paragraph(string text) => Parse($"Mr. President,\n\n{text}").Blocks.Single(block => block.Number == 1);

    internal static IReadOnlyList<Quotation> Quotations(string text) => Parse($"Mr. President,\n\n{text}").Quotations;

    private static string SeedPath() =>
        Directory.GetFiles(System.IO.Path.Combine(RepositoryRoot.Path, "seeds")).Order(StringComparer.Ordinal).First();
}
