using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Footnotes and endnotes: numbers them in the order of their marks, as Word prints them.</summary>
internal sealed class DocxNotes
{
    private readonly Kind _foot;
    private readonly Kind _end;
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    internal DocxNotes(DocxPackage package)
    {
        var settings = package.Part("settings")?.Root;
        var section = package.Document.Child("body").Child("sectPr");
        _foot = new Kind(package, "footnote", section.Child("footnotePr") ?? settings.Child("footnotePr"), "decimal");
        _end = new Kind(package, "endnote", section.Child("endnotePr") ?? settings.Child("endnotePr"), "lowerRoman");
    }

    /// <summary>The printed mark of a note at a place that refers to it; null where the note is not in the file.</summary>
    /// <param name="reference">The reference (footnoteReference or endnoteReference).</param>
    /// <param name="custom">The mark that its author chose instead of a number, or null.</param>
    internal string? Refer(XElement reference, string? custom)
    {
        var kind = reference.Word() == "footnoteReference" ? _foot : _end;
        if (reference.Attr("id") is not { } id || !kind.Notes.TryGetValue(id, out var note))
            return null;
        if (kind.Marks.TryGetValue(id, out var mark))
            return mark;
        mark = string.IsNullOrWhiteSpace(custom) ? NumberFormats.Print(kind.Next++, kind.Format) : custom.Trim();
        // Marks lead to notes by what is printed, so two notes cannot share one (stars start again on every page).
        for (var original = mark; !_labels.Add(mark);)
            mark = mark.Length < 20 ? mark + original : Guid.CreateVersion7().ToString("N")[..20];
        kind.Marks[id] = mark;
        kind.Order.Add(new Note(mark, note, kind.Relations));
        return mark;
    }

    /// <summary>The notes that marks led to, footnotes first. Notes may refer to others while they are read.</summary>
    internal IEnumerable<Note> Referenced()
    {
        foreach (var kind in new[] { _foot, _end })
        {
            for (var i = 0; i < kind.Order.Count; i++)
                yield return kind.Order[i];
        }
    }

    /// <summary>A note with its printed mark.</summary>
    internal readonly record struct Note(string Mark, XElement Content, IReadOnlyList<DocxPackage.Relation> Relations);

    private sealed class Kind
    {
        internal Kind(DocxPackage package, string name, XElement? settings, string format)
        {
            Format = settings.ChildValue("numFmt") ?? format;
            Next = settings.ChildValue("numStart").Number() is { } start and > 0 and < 1_000_000 ? start : 1;
            var part = package.Part(name + "s");
            Relations = part?.Relations ?? [];
            foreach (var note in (part?.Root).Children(name))
            {
                // The rules that part notes from the text are kept among the notes.
                if (note.Attr("id") is { } id && note.Attr("type") is (null or "normal"))
                    Notes.TryAdd(id, note);
            }
        }

        internal string Format { get; }

        internal int Next { get; set; }

        internal IReadOnlyList<DocxPackage.Relation> Relations { get; }

        internal Dictionary<string, XElement> Notes { get; } = new(StringComparer.Ordinal);

        internal Dictionary<string, string> Marks { get; } = new(StringComparer.Ordinal);

        internal List<Note> Order { get; } = [];
    }
}
