using System.Text.RegularExpressions;
using Speeches.Annotations;

namespace Speeches.Tests.Formats;

public partial class CitationTests
{
    public static TheoryData<string> Formats => ["bib", "ris"];

    public static TheoryData<string, SpeechHeader> Headers => new()
    {
        { "ar", new SpeechHeader { Title = "بيان أمام الجمعية العامة", Occasion = "الدورة التاسعة والسبعون", Kind = "بيان", Speakers = [Named("المتحدث الأول")], Place = "نيويورك" } },
        { "en", new SpeechHeader { Title = "On the “rule of law”", Occasion = "Side event", Kind = "Opening remarks", Speakers = [Named("Example de la Speaker")], Place = "New York" } },
        { "es", new SpeechHeader { Title = "¿Qué es el derecho?", Occasion = "Sexta Comisión", Kind = "Declaración", Speakers = [Named("Oradora Ñandú Ejemplo")], Place = "Nueva York" } },
        { "fr", new SpeechHeader { Title = "L’état de droit : l’œuvre commune", Occasion = "Sixième Commission", Kind = "Déclaration", Speakers = [Named("Orateur d’Exemple")], Place = "Genève" } },
        { "ru", new SpeechHeader { Title = "О верховенстве права", Occasion = "Шестой комитет", Kind = "Выступление", Speakers = [Named("Пример Ораторов")], Place = "Нью-Йорк" } },
        { "zh", new SpeechHeader { Title = "关于法治", Occasion = "第六委员会", Kind = "发言", Speakers = [Named("示例")], Place = "纽约" } },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_file_is_as_a_person_has_approved_it(string format) => GoldenFile.Compare(format, Samples.Full, "full");

    [Theory]
    [MemberData(nameof(Headers))]
    public void In_each_language_of_the_United_Nations_the_files_are_as_a_person_has_approved_them(string language, SpeechHeader header)
    {
        var copy = With(header with { Language = language, Date = new DateOnly(2024, 10, 7), Organization = "United Nations" }, language);
        GoldenFile.Compare("bib", copy, language);
        GoldenFile.Compare("ris", copy, language);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_annotation_and_no_audience_changes_it(string format)
    {
        Assert.Equal(GoldenFile.Write(format, Samples.Bare), GoldenFile.Write(format, Samples.Full));
        Assert.DoesNotContain("annotator", GoldenFile.Text(format, Samples.Full), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_earlier_version_is_cited_by_its_own_address(string format) => Assert.Contains(
        "https://speeches.example.org/speeches/a-speech/v/1",
        GoldenFile.Text(format, Samples.Bare with { Text = Samples.Bare.Text with { Version = 1 } }), StringComparison.Ordinal);

    [Theory]
    [InlineData("100 % & more_than #1 for $5", @"100 \% \& more\_than \#1 for \$5")]
    [InlineData("a ~ b ^ c", @"a \textasciitilde{} b \textasciicircum{} c")]
    [InlineData(@"\input{/etc/passwd}", @"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}")]
    [InlineData("},\n@misc{other", @"\textbraceright{}, @misc\textbraceleft{}other")]
    [InlineData("a\u0000\u0007b\u2028c", "ab c")]
    [InlineData("“Quoted” \"words\" 🌍", "“Quoted” \"words\" 🌍")]
    public void In_BibTeX_words_are_words_whatever_TeX_would_make_of_them(string title, string written)
    {
        var entry = GoldenFile.Text("bib", With(new SpeechHeader { Title = title, Kind = title, Place = title, Notes = [title], Speakers = [Named(title)] }, "en"));
        Assert.Contains($"title        = {{{{{written}}}}},\n", entry, StringComparison.Ordinal);
        // BibTeX counts braces, and the one that closes the first must be the last sign of the entry.
        var depth = 0;
        foreach (var c in entry.TrimEnd()["@misc".Length..^1])
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.NotEqual(0, depth);
        }

        Assert.Equal(1, depth);
        Assert.Single(EntryStart().Matches(entry));
    }

    [Theory]
    [InlineData("Speaker, Example", "{Speaker, Example}")]
    [InlineData("Bosnia and Herzegovina", "{Bosnia and Herzegovina}")]
    [InlineData("Example others", "{Example others}")]
    [InlineData("示例 名", "{示例 名}")]
    [InlineData("Example van der Speaker", "Example van der Speaker")]
    [InlineData("Пример Ораторов", "Пример Ораторов")]
    public void BibTeX_takes_apart_only_the_names_that_it_can(string name, string written) => Assert.Contains(
        $"author       = {{{written} and Second Speaker}},",
        GoldenFile.Text("bib", With(new SpeechHeader { Title = "T", Speakers = [Named(name), Named("Second Speaker")] }, "en")), StringComparison.Ordinal);

    [Fact]
    public void A_line_of_RIS_is_one_line_and_cannot_end_the_record()
    {
        var lines = GoldenFile.Text("ris", With(new SpeechHeader { Title = "One\r\nER  - \nTY  - BOOK\u0085TI  - \u2029x", Notes = ["a\nER  - "] }, "en")).Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.Equal("ER  - ", lines[^2]);
        Assert.All(lines[..^1], line => Assert.Matches(RisLine(), line));
        Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("ER", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_not_known_is_left_out(string format)
    {
        var citation = GoldenFile.Text(format, With(new SpeechHeader(), null));
        Assert.Contains("a-speech", citation, StringComparison.Ordinal);
        Assert.DoesNotMatch(Empty(), citation);
    }

    private static Speaker Named(string name) => new() { Honorific = "Ms.", Name = name };

    private static AnnotatedCopy With(SpeechHeader header, string? language) => Samples.Bare with
    {
        Speech = Samples.Bare.Speech with { Header = header },
        Text = Samples.Bare.Text with { Language = language },
    };

    [GeneratedRegex("@misc\\{[a-z0-9-]+,\n")]
    private static partial Regex EntryStart();

    [GeneratedRegex("^[A-Z][A-Z0-9]  - [^\r\n\u0085\u2028\u2029]*$")]
    private static partial Regex RisLine();

    [GeneratedRegex("= \\{\\}|^(?!ER)[A-Z][A-Z0-9]  - $", RegexOptions.Multiline)]
    private static partial Regex Empty();
}
