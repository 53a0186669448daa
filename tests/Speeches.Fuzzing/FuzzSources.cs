using System.Text;
using System.Text.Unicode;
using Speeches.Formats.Writing;
using Speeches.Tests.Formats;
using Speeches.Tests.Formats.Reading;

namespace Speeches.Fuzzing;

/// <summary>Valid files of every kind, and what becomes of them.</summary>
internal sealed class FuzzSources
{
    private readonly (string Name, byte[] Bytes)[] _valid;

    /// <summary>Makes the files whose names begin so.</summary>
    public FuzzSources(string prefix) =>
        _valid = [.. Texts().Concat(Pages()).Concat(Words()).Concat(Pdfs()).Where(source => source.Item1.StartsWith(prefix, StringComparison.Ordinal))];

    /// <summary>The files as they are.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Valid => _valid;

    /// <summary>One of them, spoilt; the same for the same numbers.</summary>
    public (string Name, byte[] Bytes) Make(int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (name, bytes) = _valid[random.Next(_valid.Length)];
        var other = _valid[random.Next(_valid.Length)].Bytes;
        var tokens = Tokens.Of(name);
        // A packed file is spoilt inside, mostly, and a text letter by letter: what is spoilt otherwise is soon refused.
        if (random.Next(10) == 0)
            return (name, Mutation.Spoil(bytes, other, tokens, random));
        if (name.StartsWith("docx", StringComparison.Ordinal))
            return (name, Packed.Spoil(bytes, random));
        return (name, Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetBytes(Mutation.Spoil(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(other), [.. tokens.Select(Encoding.UTF8.GetString)], random))
            : Mutation.Spoil(bytes, other, tokens, random));
    }

    private static IEnumerable<(string, byte[])> Texts()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal))
            yield return ("seed", File.ReadAllBytes(file));
        yield return ("text", Encoding.UTF8.GetBytes(FuzzTexts.English));
        yield return ("text-pages", Encoding.UTF8.GetBytes(FuzzTexts.Pages));
        yield return ("markdown", Encoding.UTF8.GetBytes(FuzzTexts.Markdown));
        yield return ("text-arabic", Encoding.UTF8.GetBytes(FuzzTexts.Arabic));
        yield return ("text-chinese", Encoding.UTF8.GetBytes(FuzzTexts.Chinese));
        yield return ("text-russian", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(FuzzTexts.Russian)).ToArray());
        yield return ("text-french", Encoding.Latin1.GetBytes(FuzzTexts.French));
    }

    private static IEnumerable<(string, byte[])> Pages()
    {
        yield return ("html", Encoding.UTF8.GetBytes(FuzzTexts.Html));
        yield return ("html-copy", Written("html"));
    }

    private static IEnumerable<(string, byte[])> Words()
    {
        yield return ("docx-copy", Written("docx"));
        yield return ("docx", FuzzTexts.Word.ToBytes());
    }

    private static IEnumerable<(string, byte[])> Pdfs()
    {
        using var pages = new PdfPages();
        for (var page = 0; page < 3; page++)
        {
            if (page > 0)
                pages.Page();
            pages.Line("UNITED NATIONS", x: 240, bold: true).Gap(20);
            for (var line = 0; line < 24; line++)
            {
                pages.Line(line % 6 == 5 ? "of every coast." : "The law of the sea is the concern of every coast and har-", x: line % 6 == 0 ? 100 : 72);
                if (line % 12 == 11)
                    pages.Gap(12);
            }

            pages.At(72, 60, "1 A note of the page.", size: 8).At(300, 30, $"{page + 1}", size: 9);
        }

        yield return ("pdf", pages.Bytes());
        yield return ("pdf-raw", FuzzTexts.Pdf());
    }

    private static byte[] Written(string format)
    {
        using var stream = new MemoryStream();
        SpeechWriters.For(format)!.Write(Samples.Full, stream);
        return stream.ToArray();
    }
}
