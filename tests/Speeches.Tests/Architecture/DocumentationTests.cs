using System.Text.RegularExpressions;

namespace Speeches.Tests.Architecture;

public partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. new[] { RepositoryRoot.Of("README.md") }
        .Concat(Directory.GetFiles(RepositoryRoot.Of("docs"), "*.md"))
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_what_is_there(string page)
    {
        var file = RepositoryRoot.Of(page);
        var missing = Link().Matches(File.ReadAllText(file))
            .Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)));
        Assert.Empty(missing);
    }

    // "[words](target)" and "![image](target)", not inside code.
    [GeneratedRegex(@"(?<!`[^`\n]*)\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
