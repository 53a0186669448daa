using System.Text;

namespace Speeches.Formats.Reading.Docx;

/// <summary>Follows fields: only their results are words of the text, and the result of a HYPERLINK field is a link.</summary>
internal sealed class DocxFields
{
    private const int LongestInstruction = 4_000;
    private readonly List<Field> _open = [];
    private int _instructions;

    /// <summary>Whether what is read now is an instruction, not a result.</summary>
    internal bool IsInstruction => _instructions > 0;

    /// <summary>The address of the innermost link field, or null.</summary>
    internal string? Link { get; private set; }

    /// <summary>Forgets all that is open.</summary>
    internal void Clear()
    {
        _open.Clear();
        (_instructions, Link) = (0, null);
    }

    /// <summary>A mark: "begin", "separate" or "end".</summary>
    internal void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                _open.Add(new Field(Link));
                _instructions++;
                break;
            case "separate" when _open is [.., { IsResult: false } field]:
                field.IsResult = true;
                _instructions--;
                Link = Address(field.Instruction.ToString()) ?? field.Outer;
                break;
            case "end" when _open is [.., var field]:
                _open.RemoveAt(_open.Count - 1);
                if (!field.IsResult)
                    _instructions--;
                Link = field.Outer;
                break;
            default:
                break;
        }
    }

    /// <summary>A piece of an instruction.</summary>
    internal void Instruct(string words)
    {
        if (_open is [.., { IsResult: false } field] && field.Instruction.Length + words.Length <= LongestInstruction)
            field.Instruction.Append(words);
    }

    private static string? Address(string instruction)
    {
        var words = instruction.Split('"');
        return words is [var name, var address, ..] && name.Trim().Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase) && SafeLink.TryRead(address, out var safe)
            ? safe : null;
    }

    private sealed class Field(string? outer)
    {
        internal string? Outer { get; } = outer;

        internal StringBuilder Instruction { get; } = new();

        internal bool IsResult { get; set; }
    }
}
