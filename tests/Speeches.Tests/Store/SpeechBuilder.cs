using System.Text;
using Speeches.Parsing;

namespace Speeches.Tests.Store;

/// <summary>Makes a parsed speech by hand.</summary>
internal sealed class SpeechBuilder
{
    private readonly List<Block> _blocks = [];
    private readonly List<Quotation> _quotations = [];
    private int _paragraphs;
    private SpeechHeader _header = new();

    public SpeechBuilder Titled(string title) => With(header => header with { Title = title });

    public SpeechBuilder By(params string[] names) =>
        With(header => header with { Speakers = [.. names.Select(name => new Speaker { Name = name, Capacities = ["Legal Counsel"] })] });

    public SpeechBuilder On(int year, int month, int day) => With(header => header with { Date = new(year, month, day) });

    public SpeechBuilder With(Func<SpeechHeader, SpeechHeader> change)
    {
        _header = change(_header);
        return this;
    }

    public SpeechBuilder Salutation(string text)
    {
        _blocks.Add(new() { Id = $"s{_blocks.Count + 1}", Kind = BlockKind.Salutation, Text = text });
        return this;
    }

    public SpeechBuilder Paragraph(string text, params Span[] spans)
    {
        _blocks.Add(new() { Id = $"p{++_paragraphs}", Kind = BlockKind.Paragraph, Number = _paragraphs, Text = text, Spans = spans, SourceLine = 1 });
        return this;
    }

    /// <summary>A paragraph that is a quotation from end to end.</summary>
    public SpeechBuilder Quoted(string words, string? saidBy = null)
    {
        Paragraph($"“{words}”", new Span(1, words.Length + 1, SpanKind.Quotation));
        _quotations.Add(new($"p{_paragraphs}", 1, words.Length + 1, words, false, saidBy));
        return this;
    }

    public ParsedSpeech Parsed() => new() { Header = _header, Blocks = _blocks, Quotations = _quotations };

    public byte[] Source() => Encoding.UTF8.GetBytes($"{_header.Title} {_header.Date} {string.Join('\n', _blocks.Select(block => block.Text))}");
}
