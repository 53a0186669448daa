using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Speeches.Web.Tests.Importing;

/// <summary>A folder of hostile files and a few good ones, imported by the command in one go, while somebody listens for who calls.</summary>
public sealed class HostileFolder : IAsyncLifetime
{
    private static readonly string[] Kinds = ["image", "oleObject", "styles", "footnotes", "comments", "frame"];
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _temporary = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <summary>What was said of each, by file name.</summary>
    internal Dictionary<string, JsonElement> Results { get; } = [];

    /// <summary>Whether anybody has called.</summary>
    internal bool HasCalled => _listener.Pending();

    /// <summary>What was left in the folder for temporary files.</summary>
    internal string[] LeftBehind { get; private set; } = [];

    /// <summary>All files and folders that there are now beside the data and the files.</summary>
    internal bool Exists(string name) => new[] { _files, _data, _temporary }.Any(folder => File.Exists(Path.Combine(folder.Path, name)))
        || File.Exists(Path.Combine(Path.GetTempPath(), name));

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _listener.Start();
        foreach (var (name, bytes) in Files().Concat(HostileFiles.Loops()).Concat(Callers($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}")))
            await File.WriteAllBytesAsync(Path.Combine(_files.Path, name), bytes);
        var outcome = await RunningProgram.Run(_data.Path, ["import", _files.Path, "--json", "--Import:MaximumUnpackedBytes=2000000"], temporary: _temporary.Path);
        foreach (var line in outcome.Output)
        {
            var result = JsonDocument.Parse(line).RootElement;
            Results.Add(Path.GetFileName(result.Text("file")!), result);
        }

        LeftBehind = Directory.GetFileSystemEntries(_temporary.Path);
    }

    /// <summary>Asks the library whether it is whole.</summary>
    internal Task<Outcome> Check() => RunningProgram.Run(_data.Path, ["check"]);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        _files.Dispose();
        _data.Dispose();
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IEnumerable<(string, byte[])> Files()
    {
        const int Deep = 20_000;
        yield return ("a-good.txt", Sources.Bytes());
        yield return ("z-good.txt", Sources.Bytes("The law of lakes"));
        yield return ("bomb.docx", HostileFiles.Bomb());
        yield return ("bomb-small.docx", HostileFiles.Bomb(10));
        yield return ("bomb-huge.docx", HostileFiles.Bomb(uint.MaxValue - 1));
        yield return ("bomb-overlapping.docx", HostileFiles.Overlapping());
        yield return ("bomb-nested.docx", HostileFiles.Nested());
        yield return ("entries.docx", HostileFiles.Zip([.. Enumerable.Range(0, 12_000).Select(i => ($"word/document{i}.xml", Array.Empty<byte>()))]));
        yield return ("entity.docx", HostileFiles.Docx("&e;", "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        yield return ("laughs.docx", HostileFiles.Docx("&c;", "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"));
        yield return ("entity.html", HostileFiles.Text("<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><html><body><p>The word is &e; and no more.</p></body></html>"));
        yield return ("paths.docx", HostileFiles.Docx(HostileFiles.Run("Words that are read."), "", ("../../speeches-evil.txt", "x"u8.ToArray()), ("/tmp/speeches-evil.txt", "x"u8.ToArray()),
            ("..\\speeches-evil.txt", "x"u8.ToArray()), ("word/_rels/document.xml.rels", HostileFiles.Text(Relations("styles", "../../../../etc/passwd", "")))));
        yield return ("deep.docx", HostileFiles.Docx(HostileFiles.Many("<w:ins>", Deep) + HostileFiles.Many("</w:ins>", Deep)));
        yield return ("deep.html", HostileFiles.Text("<html><body>" + HostileFiles.Many("<div>", Deep) + "words"));
        yield return ("deep-pre.html", HostileFiles.Text("<html><body>" + HostileFiles.Many("<pre>", Deep) + "words"));
        yield return ("deep.pdf", HostileFiles.Page(HostileFiles.Many("[", Deep), "", HostileFiles.Many("<< /A ", Deep) + HostileFiles.Many(">>", Deep)));
        yield return ("deep-quotes.md", HostileFiles.Text("# The law\n\n" + HostileFiles.Many("> ", Deep) + "words\n"));
        yield return ("deep-list.md", HostileFiles.Text("# The law\n\n" + HostileFiles.Many("- ", Deep) + "words\n"));
        yield return ("line.txt", HostileFiles.Text(HostileFiles.Many("word ", 2_000_000)));
        yield return ("line.html", HostileFiles.Text("<html><body><p>" + HostileFiles.Many("word ", 2_000_000)));
        yield return ("paragraphs.txt", HostileFiles.Text("The law\n\n" + HostileFiles.Many("More is said here.\n\n", 20_001)));
        yield return ("nul.txt", [.. Sources.Bytes("The law of nothing"), 0, 0, 0, .. "\nMore.\n"u8]);
        yield return ("bidi.txt", HostileFiles.Text(Sources.Text("The law \u202Ecod.exe\u2066 of rivers")));
        yield return ("empty.txt", []);
    }

    private static IEnumerable<(string, byte[])> Callers(string address)
    {
        var page = new StringBuilder($"<!DOCTYPE html SYSTEM \"{address}/dtd\"><html><head><base href=\"{address}/\"><meta http-equiv=refresh content=\"0;url={address}\"><link rel=stylesheet href=\"{address}/css\">"
            + $"<style>@import url({address}/import);</style><script src=\"{address}/js\"></script></head><body background=\"{address}/b\"><p>The words of a page that calls.</p>");
        foreach (var tag in new[] { "img", "iframe", "embed", "video", "audio", "script", "input type=image", "source", "track", "frame" })
            page.Append(CultureInfo.InvariantCulture, $"<{tag} src=\"{address}/{tag[..3]}\">");
        page.Append(CultureInfo.InvariantCulture, $"<object data=\"{address}/object\"></object><img srcset=\"{address}/set 2x\"><svg><image href=\"{address}/svg\"/><use href=\"{address}/use#a\"/></svg><a href=\"{address}/a\" ping=\"{address}/ping\">a</a>");
        yield return ("calls.html", HostileFiles.Text(page.ToString()));
        yield return ("calls-dtd.html", HostileFiles.Text($"<?xml version=\"1.0\"?><?xml-stylesheet href=\"{address}/xsl\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"{address}/dtd\"><html><body><p>The words of a page with a type.</p></body></html>"));
        yield return ("calls-dtd.docx", HostileFiles.Docx("", $"<!DOCTYPE w SYSTEM \"{address}/dtd\">"));
        yield return ("calls.docx", HostileFiles.Docx(HostileFiles.Run("The words of a file that calls."), "", ("word/_rels/document.xml.rels", HostileFiles.Text(
            Relations("attachedTemplate", address + "/dotm", "External").Replace("</Relationships>", "", StringComparison.Ordinal)
            + string.Concat(Kinds.Select(kind => Relation(kind, $"{address}/{kind}", "External"))) + "</Relationships>"))));
        yield return ("calls.pdf", HostileFiles.Readable($"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /S /URI /URI ({address}/uri) /A << /S /URI /URI ({address}/a) /Next << /S /GoToR /F << /FS /URL /F ({address}/remote) >> >> >> >>"));
        yield return ("calls.md", HostileFiles.Text($"# The law of calls\n\nWords ![picture]({address}/img) and [a link]({address}/a \"t\") and <img src=\"{address}/html\">.\n"));
    }

    private static string Relations(string kind, string target, string mode) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{Relation(kind, target, mode)}</Relationships>";

    private static string Relation(string kind, string target, string mode) =>
        $"<Relationship Id=\"{kind}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"{(mode.Length > 0 ? mode : "Internal")}\"/>";
}
