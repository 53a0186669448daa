using System.IO.Compression;
using System.Text;

namespace Speeches.Web.Tests.Importing;

/// <summary>A Word file with comments: one on words with a reply, done; one on a whole paragraph; one on the title.</summary>
internal static class CommentedFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The file.</summary>
    /// <param name="corrected">As it came back later: a paragraph put in, words changed, and one more comment that says what another says.</param>
    public static byte[] Bytes(bool corrected = false)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="{Office}document.main+xml"/>
                <Override PartName="/word/comments.xml" ContentType="{Office}comments+xml"/>
                <Override PartName="/word/commentsExtended.xml" ContentType="{Office}commentsExtended+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="{Relationships}/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Add(zip, "word/_rels/document.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="{Relationships}/comments" Target="comments.xml"/>
                <Relationship Id="r2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>
                """);
            Add(zip, "word/document.xml", $"""
                <w:document xmlns:w="{Word}"><w:body>
                <w:p>{Run("UNITED NATIONS")}</w:p>
                <w:p>{On(3, "The law of rivers")}</w:p>
                <w:p>{Run("Statement by Ms. Example Speaker")}</w:p>
                <w:p>{Run("12 March 2019")}</w:p>
                <w:p>{Run("Excellencies,")}</w:p>
                {(corrected ? $"<w:p>{On(4, "Water knows no passport, as one says where I come from.")}</w:p>" : "")}
                <w:p>{Run(corrected ? "The great rivers of our world do not stop at " : "The rivers of the world do not stop at ")}{On(0, "borders")}{Run(", and neither can the law that speaks of them.")}</w:p>
                <w:p>{On(2, "What is shared is kept by those who share it, and lost by those who do not.")}</w:p>
                </w:body></w:document>
                """);
            Add(zip, "word/comments.xml", $"""
                <w:comments xmlns:w="{Word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
                {Comment(0, "A. Reader", "Is this *so*?")}{Comment(1, "B. Reader", "1. It is.")}{Comment(2, "B. Reader", "To be quoted.")}{Comment(3, "A. Reader", "A good title.")}
                {(corrected ? Comment(2, "B. Reader", "To be quoted.", id: 4) : "")}
                </w:comments>
                """);
            Add(zip, "word/commentsExtended.xml", """
                <w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">
                <w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/></w15:commentsEx>
                """);
        }

        return stream.ToArray();
    }

    private static string Run(string words) => $"""<w:r><w:t xml:space="preserve">{words}</w:t></w:r>""";

    private static string On(int comment, string words) =>
        $"""<w:commentRangeStart w:id="{comment}"/>{Run(words)}<w:commentRangeEnd w:id="{comment}"/><w:r><w:commentReference w:id="{comment}"/></w:r>""";

    private static string Comment(int minute, string author, string words, int? id = null) =>
        $"""<w:comment w:id="{id ?? minute}" w:author="{author}" w:date="2021-12-14T10:0{minute}:00Z"><w:p w14:paraId="0000000{id ?? minute}">{Run(words)}</w:p></w:comment>""";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
