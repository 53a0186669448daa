using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Speeches.Web.Tests.Commands;

/// <summary>What stands in the way of serving: one clear line, exit code 2, nothing overwritten.</summary>
public sealed class UnusableTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private string Database => Path.Combine(_data.Path, "speeches.db");

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await Refuses($"--Urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
    }

    [Fact]
    public async Task A_damaged_database()
    {
        await RunningProgram.Run(_data.Path, ["user", "list"]);
        var bytes = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xff, 100, bytes.Length - 100);
        await KeepsWhatIsThere(bytes);
    }

    [Fact]
    public async Task A_file_that_is_no_database() => await KeepsWhatIsThere("Not a database at all."u8.ToArray());

    [Fact]
    public async Task A_database_from_a_newer_version()
    {
        await RunningProgram.Run(_data.Path, ["user", "list"]);
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_future.sql', '2030-01-01')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await KeepsWhatIsThere(await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        var file = Path.Combine(_data.Path, "file");
        await File.WriteAllTextAsync(file, "kept", TestContext.Current.CancellationToken);
        await Refuses("--Data:Directory=" + file);
        Assert.Equal("kept", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");
        await Refuses("--Data:Directory=/proc/speeches");
    }

    [Theory]
    [InlineData("64k")]
    [InlineData("200k")]
    [InlineData("260k")]
    public async Task A_full_disk_which_once_there_is_room_again_takes_the_library(string size)
    {
        Assert.SkipUnless(Mount("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", _data.Path), "Needs the right to mount a small disk.");
        try
        {
            Assert.Contains("full", await Refuses());
            Assert.True(Mount("mount", "-o", "remount,size=16m", _data.Path));
            Assert.Equal(0, (await RunningProgram.Run(_data.Path, ["user", "list"])).Code);
            Assert.Equal(0, (await RunningProgram.Run(_data.Path, ["check"])).Code);
        }
        finally
        {
            Mount("umount", _data.Path);
        }
    }

    [Theory]
    [InlineData("--Accounts:Registration=Perhaps", "Accounts:Registration")]
    [InlineData("--Accounts:Registraton=Open", "Accounts:Registraton")]
    [InlineData("--RateLimits:PostingBurst=many", "RateLimits:PostingBurst")]
    [InlineData("--RateLimits:PostingBurst=0", "RateLimits:PostingBurst")]
    [InlineData("--Urls=nowhere", "Urls")]
    [InlineData("--Urls=ftp://localhost:5080", "Urls")]
    [InlineData("--Server:Proxies=proxy.example", "Server:Proxies")]
    public async Task A_setting_that_means_nothing(string argument, string name)
    {
        var line = await Refuses(argument);
        Assert.Contains(name, line);
        Assert.Empty(Directory.GetFiles(_data.Path));
    }

    public void Dispose() => _data.Dispose();

    private static bool Mount(string program, params string[] arguments)
    {
        if (!OperatingSystem.IsLinux()) return false;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private async Task KeepsWhatIsThere(byte[] bytes)
    {
        await File.WriteAllBytesAsync(Database, bytes, TestContext.Current.CancellationToken);
        await Refuses();
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    private async Task<string> Refuses(params string[] arguments)
    {
        var outcome = await RunningProgram.Run(_data.Path, ["--Urls=http://127.0.0.1:0", .. arguments]);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Output);
        return Assert.Single(outcome.Error);
    }
}
