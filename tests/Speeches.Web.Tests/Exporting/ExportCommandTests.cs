using System.Diagnostics;
using Speeches.Formats.Writing;
using Speeches.Web.Commands;
using Speeches.Web.Setup;
using Speeches.Web.Tests.Endpoints;

namespace Speeches.Web.Tests.Exporting;

/// <summary>The command against the same library that is being served.</summary>
public sealed class ExportCommandTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => [.. SpeechWriters.All.Select(writer => writer.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_command_writes_the_bytes_that_the_site_gives(string format)
    {
        await app.Annotate("first", "A public remark.");
        await app.Annotate("first", "A private remark.", audience: "private");
        using var client = app.Client("first");
        var file = Path.Combine(app.App.DataDirectory, "copy." + format);

        Assert.Equal(0, await Run("export", ApiApp.Slug, "--format", format, "--output", file));
        Assert.Equal(await client.GetByteArrayAsync($"/speeches/{ApiApp.Slug}.{format}", Stop), await File.ReadAllBytesAsync(file, Stop));

        Assert.Equal(0, await Run("export", ApiApp.Slug, "--format", format, "--audience", "mine", "--user", app.Emails["first"], "--output", file));
        Assert.Equal(
            await client.GetByteArrayAsync($"/speeches/{ApiApp.Slug}.{format}?audience=mine", Stop), await File.ReadAllBytesAsync(file, Stop));
    }

    [Fact]
    public async Task Without_a_file_standard_output_has_the_bytes_and_nothing_else()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [typeof(Program).Assembly.Location, "export", ApiApp.Slug, "--format", "docx", Data];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(0, process.ExitCode);
        using var client = app.Client();
        Assert.Equal(await client.GetByteArrayAsync($"/speeches/{ApiApp.Slug}.docx", Stop), output.ToArray());
    }

    [Theory]
    [InlineData(1, "export", "unknown", "--format", "md")]
    [InlineData(1, "export", ApiApp.Slug, "--format", "md", "--text-version", "2")]
    [InlineData(1, "export", ApiApp.Slug, "--format", "md", "--audience", "group:legal")]
    [InlineData(1, "export", ApiApp.Slug, "--format", "md", "--audience", "mine", "--user", "nobody@example.org")]
    [InlineData(2, "export", ApiApp.Slug, "--format", "md", "--audience", "mine")]
    [InlineData(2, "export", ApiApp.Slug, "--format", "md", "--audience", "everyone")]
    [InlineData(2, "export", ApiApp.Slug, "--format", "xyz")]
    [InlineData(2, "export", ApiApp.Slug)]
    [InlineData(2, "export")]
    [InlineData(2, "export", ApiApp.Slug, "--format", "md", "--output", "/nowhere/at/all/copy.md")]
    public async Task What_cannot_be_written_ends_with_its_code(int expected, params string[] arguments) =>
        Assert.Equal(expected, await Run(arguments));

    private string Data => "--Data:Directory=" + app.App.DataDirectory;

    private Task<int> Run(params string[] arguments) => CommandLine.Run(Arguments.Split([.. arguments, Data]));
}
