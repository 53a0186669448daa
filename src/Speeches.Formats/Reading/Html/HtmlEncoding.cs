using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Speeches.Formats.Reading.Html;

/// <summary>Recognizes web pages by how they begin, and decodes them by what they say of themselves.</summary>
internal static partial class HtmlEncoding
{
    private const int Beginning = 2_048;

    // What the HTML standard reads under these labels.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["iso-8859-9"] = "windows-1254",
        ["utf-16"] = "utf-8",
        ["utf-16le"] = "utf-8",
        ["utf-16be"] = "utf-8",
    };

    /// <summary>Whether the bytes begin as a web page does, or as a piece of one does that has an end tag to its first.</summary>
    internal static bool IsHtml(ReadOnlySpan<byte> source)
    {
        var head = source[..Math.Min(source.Length, Beginning)];
        var text = (ByMark(source) ?? Encoding.Latin1).GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (!text.StartsWith('<'))
            return false;
        text = BeforeMarkup().Replace(text, "");
        if (PageStart().IsMatch(text))
            return true;
        return PieceStart().Match(text) is { Success: true } piece
            && source.IndexOf(Encoding.ASCII.GetBytes($"</{piece.Groups[1].Value}")) >= 0;
    }

    /// <summary>
    /// The text: by its byte order mark, as UTF-8 where its letters are valid in it, by what its head says, else by its language. Where head
    /// and server disagree browsers believe the server, which a saved page has no more; and letters of other encodings are never valid
    /// UTF-8 by accident.
    /// </summary>
    internal static string Decode(ReadOnlySpan<byte> source, out bool isGuessed)
    {
        isGuessed = false;
        if (ByMark(source) is { } marked)
            return marked.GetString(source).TrimStart('\uFEFF');

        var isUtf8 = Utf8.IsValid(source);
        if (isUtf8 && !Ascii.IsValid(source))
            return Encoding.UTF8.GetString(source);
        var head = Encoding.Latin1.GetString(source[..Math.Min(source.Length, Beginning)]);
        if (Charset().Match(head) is { Success: true } said && Named(said.Groups[1].Value) is { } encoding && (isUtf8 || encoding is not UTF8Encoding))
            return encoding.GetString(source);
        if (isUtf8)
            return Encoding.ASCII.GetString(source);

        isGuessed = true;
        return Named(Language().Match(head).Groups[1].Value.ToLowerInvariant() switch
        {
            "ru" or "uk" or "bg" => "windows-1251",
            "ar" or "fa" => "windows-1256",
            "zh" => "gb18030",
            _ => "windows-1252",
        })!.GetString(source);
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> source) => source switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static Encoding? Named(string label)
    {
        label = Labels.GetValueOrDefault(label, label);
        if (label.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || label.Equals("utf8", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        // UTF-7 can hide markup and nothing else of use; the provider does not have it.
        return CodePagesEncodingProvider.Instance.GetEncoding(label);
    }

    [GeneratedRegex(@"\A(?:\s+|<!--.*?-->|<\?.*?>)+", RegexOptions.Singleline)]
    private static partial Regex BeforeMarkup();

    [GeneratedRegex(@"\A<(?:!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageStart();

    [GeneratedRegex(@"\A<(title|p|div|main|article|section|h[1-6]|table)(?:\s[^<>]*)?>", RegexOptions.CultureInvariant)]
    private static partial Regex PieceStart();

    [GeneratedRegex(@"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[""']?\s*([A-Za-z0-9_:.\-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<html\b[^>]{0,500}?\blang\s*=\s*[""']?([A-Za-z]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
