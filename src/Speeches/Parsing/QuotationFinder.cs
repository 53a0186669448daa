namespace Speeches.Parsing;

/// <summary>
/// Finds the passages in quotation marks, tells titles from quotations, says who is quoted, and lays a span over each. A
/// quotation stays inside its block; where the next paragraph opens with the same mark again, each part is one.
/// </summary>
internal sealed class QuotationFinder(Vocabulary vocabulary, List<ParseDiagnostic> diagnostics)
{
    /// <summary>The code of the diagnostic for a mark that never closes.</summary>
    internal const string Unclosed = "unclosed-quotation";

    private readonly QuotationMarks _marks = new();
    private readonly Attribution _attribution = new(vocabulary);
    private readonly List<Quotation> _found = [];

    /// <summary>Reads all blocks; those with passages are replaced by ones with spans over them.</summary>
    internal List<Quotation> Find(List<Block> blocks)
    {
        string? goesOn = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind is BlockKind.Salutation)
                continue;
            _marks.Read(block.Text, i + 1 < blocks.Count && blocks[i + 1].Kind == block.Kind ? blocks[i + 1].Text : null);
            foreach (var at in _marks.Unclosed)
                Report(block, at);
            if (_marks.Passages.Count == 0)
            {
                goesOn = null;
                continue;
            }

            blocks[i] = block with { Spans = Quote(block, ref goesOn) };
        }

        return _found;
    }

    private List<Span> Quote(Block block, ref string? goesOn)
    {
        var passages = _marks.Passages;
        var spans = new List<Span>(block.Spans.Count + passages.Count);
        spans.AddRange(block.Spans);
        _attribution.Begin(block.Text, passages);
        var outer = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            var isTitle = QuotedTitles.IsTitle(block.Text, passage, vocabulary);
            // Words inside another's words are quoted by that other: who said them first is not told by this sentence.
            var isNested = passage.Open < outer;
            var saidBy = isTitle || isNested ? null : passage.Open == 0 && goesOn is not null ? goesOn : _attribution.SaidBy(i);
            if (!isNested)
            {
                outer = passage.Close;
                goesOn = passage.Close == passage.End ? saidBy : null;
            }

            _found.Add(new Quotation(block.Id, passage.Start, passage.End, block.Text[passage.Start..passage.End], isTitle, saidBy));
            spans.Add(new Span(passage.Start, passage.End, isTitle ? SpanKind.Title : SpanKind.Quotation));
        }

        return SpanOrder.Sort(spans);
    }

    private void Report(Block block, int at)
    {
        var words = block.Text.AsSpan(at, Math.Min(40, block.Text.Length - at));
        if (words.Length == 40)
            words = words[..Math.Max(1, words.LastIndexOf(' '))];
        diagnostics.Add(new ParseDiagnostic(DiagnosticSeverity.Warning, Unclosed, block.SourceLine,
            $"A quotation mark opens and never closes: {words}"));
    }
}
