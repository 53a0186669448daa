using System.Diagnostics;
using System.Xml.Linq;

namespace Speeches.Tests.Formats;

/// <summary>Opens the Word copy in LibreOffice, which reads comments on its own terms. Skipped, and says so, where it is not installed.</summary>
public class LibreOfficeTests
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Extension = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

    // Starting LibreOffice takes seconds; both tests read the one document.
    private static readonly Lazy<Task<XDocument>> Document = new(Convert);

    [Fact]
    public async Task LibreOffice_finds_every_comment_with_its_author_and_its_words()
    {
        var annotations = (await Converted()).Descendants(Office + "annotation").ToList();
        var found = annotations.Select(annotation =>
            (annotation.Element(Dc + "creator")!.Value, string.Join(' ', annotation.Descendants(Text + "p").Select(paragraph => paragraph.Value)))).ToList();

        Assert.Equal(10, found.Count);
        Assert.Contains(found, comment => comment.Item1 == "First annotator" && comment.Item2.Contains("First use of global public good; see the report.", StringComparison.Ordinal));
        Assert.Contains(("Second annotator", "The comma is ours."), found);
        Assert.Contains(("First annotator", "Agreed <b>& thanks</b>."), found);
        Assert.Contains(("Second annotator", "Overlaps the first. Tags: =to <check>, norms"), found);
        Assert.Contains(("First annotator", "Whole paragraph, settled."), found);
        Assert.Contains(("Second annotator", "It was said, though."), found);
        Assert.Contains(("First annotator", "On a footnote."), found);
        var resolved = annotations.Where(annotation => (string?)annotation.Attribute(Extension + "resolved") == "true");
        Assert.Equal("Whole paragraph, settled.", Assert.Single(resolved).Element(Text + "p")!.Value);
    }

    [Fact]
    public async Task LibreOffice_reads_the_footnote_and_the_numbered_paragraphs()
    {
        var document = await Converted();
        Assert.Contains("San Francisco", Assert.Single(document.Descendants(Text + "note")).Value, StringComparison.Ordinal);
        Assert.Equal(3, document.Descendants(Text + "list-item").Count(item => item.Value.Contains("The report", StringComparison.Ordinal)
            || item.Value.Contains("Not a list", StringComparison.Ordinal) || item.Value.Contains("I thank you.", StringComparison.Ordinal)));
    }

    private static Task<XDocument> Converted()
    {
        Assert.SkipWhen(Find() is null, "LibreOffice (soffice) is not on the PATH, so the Word copy was not opened in it.");
        return Document.Value;
    }

    private static async Task<XDocument> Convert()
    {
        var folder = Directory.CreateTempSubdirectory("speeches-libreoffice-");
        try
        {
            var docx = Path.Combine(folder.FullName, "copy.docx");
            await File.WriteAllBytesAsync(docx, GoldenFile.Write("docx", Samples.Full), TestContext.Current.CancellationToken);
            // A profile of its own: LibreOffice refuses to start twice on one.
            var start = new ProcessStartInfo(Find()!) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
            foreach (var argument in (string[])[$"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", "fodt", docx])
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            var converted = Path.Combine(folder.FullName, "copy.fodt");
            Assert.True(File.Exists(converted), $"LibreOffice did not convert the copy: {await output} {await errors}");
            return XDocument.Parse(await File.ReadAllTextAsync(converted, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => (string[])[Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe"), Path.Combine(folder, "libreoffice")])
        .FirstOrDefault(File.Exists);
}
