using System.Xml.Linq;

namespace Speeches.Tests.Architecture;

/// <summary>Keeps the one dependency rule of docs/architecture.md by reading the project files.</summary>
public class DependencyRuleTests
{
    [Theory]
    [InlineData("Speeches", "", "")]
    [InlineData("Speeches.Formats", "Speeches", "AngleSharp DocumentFormat.OpenXml HtmlSanitizer Markdig PdfPig")]
    [InlineData("Speeches.Store", "Speeches", "Dapper dbup-core dbup-sqlite Microsoft.Data.Sqlite")]
    [InlineData("Speeches.Web", "Speeches Speeches.Formats Speeches.Store", "DiffPlex MailKit Serilog.AspNetCore Spectre.Console System.CommandLine")]
    public void A_room_knows_only_the_rooms_and_packages_it_is_allowed(string room, string rooms, string packages)
    {
        var project = XDocument.Load(RepositoryRoot.Of("src", room, $"{room}.csproj"));
        Assert.Equal(rooms, Names(project, "ProjectReference", include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/'))));
        Assert.Equal(packages, Names(project, "PackageReference", include => include));
    }

    [Fact]
    public void Every_project_under_src_is_under_the_rule() =>
        Assert.Equal(
            ["Speeches", "Speeches.Formats", "Speeches.Store", "Speeches.Web"],
            Directory.GetFiles(RepositoryRoot.Of("src"), "*.csproj", SearchOption.AllDirectories)
                .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void The_domain_touches_no_file_network_or_clock()
    {
        string[] forbidden = ["System.IO", "File.", "Directory.", "System.Net", "HttpClient", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.UtcNow"];
        var found =
            from file in SourceFiles("Speeches")
            let text = File.ReadAllText(file)
            from word in forbidden
            where text.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: {word}";
        Assert.Empty(found);
    }

    [Fact]
    public void No_folder_or_type_has_a_name_that_says_nothing()
    {
        string[] empty = ["Common", "Core", "Infrastructure", "Application", "Utils", "Helpers", "Thread"];
        var names = Directory.GetDirectories(RepositoryRoot.Of("src"), "*", SearchOption.AllDirectories)
            .Concat(SourceFiles(""))
            .Where(path => !IsBuilt(path))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Empty(names.Intersect(empty));
    }

    [Fact]
    public void Source_files_stay_under_three_hundred_lines()
    {
        string[] kinds = [".cs", ".cshtml", ".js", ".css", ".sql"];
        var oversized =
            from file in Directory.GetFiles(RepositoryRoot.Of("src"), "*", SearchOption.AllDirectories)
            where kinds.Contains(Path.GetExtension(file)) && !IsBuilt(file)
            let lines = File.ReadLines(file).Count()
            where lines > 300
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)}: {lines}";
        Assert.Empty(oversized);
    }

    private static IEnumerable<string> SourceFiles(string room) =>
        Directory.GetFiles(RepositoryRoot.Of("src", room), "*.cs", SearchOption.AllDirectories).Where(path => !IsBuilt(path));

    private static bool IsBuilt(string path) =>
        path.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("bin") || parts.Contains("obj"));

    private static string Names(XDocument project, string element, Func<string, string> name) =>
        string.Join(' ', project.Descendants(element).Select(item => name(item.Attribute("Include")!.Value)).Order(StringComparer.OrdinalIgnoreCase));
}
