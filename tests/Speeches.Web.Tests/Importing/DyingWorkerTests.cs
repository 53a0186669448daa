using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Speeches.Web.Tests.Importing;

/// <summary>Files that end the process which reads them, and processes that are ended: by the command and by the running server.</summary>
public sealed class DyingWorkerTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stack_that_overflows_is_one_failed_import_and_the_next_file_is_read()
    {
        // Deeper than is let through by default: the limit is what keeps it from happening.
        const int Deep = 60_000;
        var results = await Import(("1.docx", HostileFiles.Docx(HostileFiles.Many("<w:ins>", Deep) + HostileFiles.Many("</w:ins>", Deep))), "--Import:MaximumNesting=1000000", "--Import:TimeLimitSeconds=300");
        AssertFailed(results[0], "damaged", "nested too deeply");
        Assert.Equal("imported", results[1].Text("status"));
    }

    [Fact]
    public async Task A_file_that_is_read_for_ever_is_broken_off_and_the_next_one_is_read()
    {
        var results = await Import(("1.pdf", HostileFiles.Endless()), "--Import:TimeLimitSeconds=5");
        AssertFailed(results[0], "too-large", "longer than 5 seconds");
        Assert.Equal("imported", results[1].Text("status"));
    }

    [Fact]
    public async Task A_worker_that_is_killed_is_one_refused_upload_and_has_a_successor_and_none_outlives_the_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        await RunningProgram.Run(_data.Path, ["user", "add", "editor@example.org", "--name", "An editor", "--role", "editor"]);
        var secret = (await RunningProgram.Run(_data.Path, ["token", "create", "--user", "editor@example.org", "--scope", "write"])).Output[^1];
        var (program, address) = await RunningProgram.Serve(_data.Path, "--Import:MaximumWorkers=1", "--Import:TimeLimitSeconds=3600");
        await using var _ = program;
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Equal(201, await Post(client, Sources.Bytes()));

        using (var worker = Assert.Single(Workers(program.Id)))
        {
            var endless = Post(client, HostileFiles.Endless());
            await HasWorked(worker);
            worker.Kill();
            Assert.Equal(422, await endless);
        }

        Assert.Equal(201, await Post(client, Sources.Bytes("The law of lakes")));
        using var successor = Assert.Single(Workers(program.Id));
        var unanswered = Post(client, HostileFiles.Endless());
        await HasWorked(successor);
        program.Kill();
        await successor.WaitForExitAsync(Stop);
        await Assert.ThrowsAsync<HttpRequestException>(() => unanswered);

        var check = await RunningProgram.Run(_data.Path, ["check"]);
        Assert.True(check.Code == 0, string.Join('\n', check.Output.Concat(check.Error)));
    }

    [Fact]
    public async Task What_is_said_of_a_file_bears_its_name_without_folders_and_controls()
    {
        await RunningProgram.Run(_data.Path, ["user", "add", "editor@example.org", "--name", "An editor", "--role", "editor"]);
        var secret = (await RunningProgram.Run(_data.Path, ["token", "create", "--user", "editor@example.org", "--scope", "write"])).Output[^1];
        var (program, address) = await RunningProgram.Serve(_data.Path);
        await using var _ = program;
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (string Given, string Kept)[] names = [("../../../speeches-evil.txt", "speeches-evil.txt"), ("..\\..\\speeches-evil.txt", "speeches-evil.txt"), ("/etc/\u202Etxt.exe", "txt.exe"), ("..", "source"), (new string('a', 5_000), new string('a', 200))];
        foreach (var (given, kept) in names)
        {
            using var answer = await client.PostAsync("/api/v1/speeches", Form(Sources.Bytes("The law of " + kept[..6]), given), Stop);
            Assert.Equal(kept, (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).Text("file"));
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(_data.Path, "*", SearchOption.AllDirectories), file => file.Contains("evil", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
        _temporary.Dispose();
    }

    /// <summary>Imports a file and a good one behind it with one worker at a time, and looks that the library is whole and nothing is left.</summary>
    private async Task<JsonElement[]> Import((string Name, byte[] Bytes) file, params string[] settings)
    {
        await File.WriteAllBytesAsync(Path.Combine(_files.Path, file.Name), file.Bytes, Stop);
        await File.WriteAllBytesAsync(Path.Combine(_files.Path, "2.txt"), Sources.Bytes(), Stop);
        var outcome = await RunningProgram.Run(_data.Path, ["import", _files.Path, "--json", "--Import:MaximumWorkers=1", .. settings], temporary: _temporary.Path);
        Assert.Equal(1, outcome.Code);
        Assert.Equal(0, (await RunningProgram.Run(_data.Path, ["check"])).Code);
        Assert.Empty(Directory.GetFileSystemEntries(_temporary.Path));
        return [.. outcome.Output.Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static void AssertFailed(JsonElement result, string code, string words)
    {
        Assert.Equal(("failed", code), (result.Text("status"), result.GetProperty("error").Text("code")));
        Assert.Contains(words, result.GetProperty("error").Text("message"), StringComparison.Ordinal);
    }

    private static async Task<int> Post(HttpClient client, byte[] source)
    {
        using var answer = await client.PostAsync("/api/v1/speeches", Form(source, "speech"), Stop);
        return (int)answer.StatusCode;
    }

    private static MultipartFormDataContent Form(byte[] source, string name)
    {
        var file = new ByteArrayContent(source);
        // Written out: the client would encode what must arrive as it is.
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return new MultipartFormDataContent { file };
    }

    /// <summary>The processes that a server has begun to read files.</summary>
    private static Process[] Workers(int server) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var _)
           let parent = Parent(folder)
           where parent == server
           select Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)),
    ];

    private static int Parent(string folder)
    {
        try
        {
            // After the name in brackets: state, parent (proc_pid_stat(5)).
            return int.Parse(File.ReadAllText(folder + "/stat").Split(") ")[^1].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // It has ended meanwhile.
        }
    }

    /// <summary>Waits until a process has worked for a while from now on: it is reading, then.</summary>
    private static async Task HasWorked(Process process)
    {
        var before = process.TotalProcessorTime;
        do
        {
            await Task.Delay(10, Stop);
            process.Refresh();
        }
        while (process.TotalProcessorTime - before < TimeSpan.FromMilliseconds(300));
    }
}
