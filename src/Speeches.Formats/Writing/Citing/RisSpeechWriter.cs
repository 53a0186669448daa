using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Citing;

/// <summary>
/// The speech as a record for reference managers. RIS has no type for speeches. <c>SLIDE</c> is what Zotero reads as a presentation,
/// which the Citation Style Language cites as a speech with its event and place; <c>HEAR</c> is a hearing before a committee, and
/// <c>GEN</c> loses the event.
/// </summary>
internal sealed class RisSpeechWriter : ISpeechWriter
{
    public string Format => "ris";

    public string MediaType => "application/x-research-info-systems; charset=utf-8";

    public string Label => "Citation (RIS)";

    public string Description => "A record for Zotero, EndNote and other reference managers; leaves out the text and all annotations.";

    public bool HoldsAnnotations => false;

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var speech = new CitedSpeech(copy);
        (string Tag, string? Value)[] lines =
        [
            ("TY", "SLIDE"),
            ("TI", speech.Title),
            .. speech.Authors.Select(author => ("AU", (string?)author)),
            ("T2", speech.Event),
            ("M3", speech.Kind),
            ("CY", speech.Place),
            ("PB", speech.Publisher),
            ("PY", speech.Date?.ToString("yyyy", CultureInfo.InvariantCulture)),
            // The slash after the day is part of the format.
            ("DA", speech.Date?.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture)),
            ("LA", speech.Language),
            ("UR", speech.Address),
            ("N1", speech.Note),
            ("ER", ""),
        ];
        output.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Where(line => line.Value is not null).Select(line => $"{line.Tag}  - {line.Value}\r\n"))));
    }
}
