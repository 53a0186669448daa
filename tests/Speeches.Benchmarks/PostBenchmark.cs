using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Speeches.Benchmarks;

/// <summary>
/// Durable annotation posts over HTTP against one commit for each insert through Microsoft.Data.Sqlite with synchronous=FULL, on the
/// same disk, with the disk's own rate of fsync measured in the same minute.
/// </summary>
internal static class PostBenchmark
{
    private const int Repetitions = 3;
    private const string Body = "Compare with what the Secretary-General said a year before: the reference to due diligence is gone.";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);

    /// <summary>Alternates the three, so that the disk's mood meets all.</summary>
    public static async Task Run()
    {
        await using var library = await Library.Open();
        List<double> posts = [], commits = [], syncs = [];
        for (var round = 0; round <= Repetitions; round++)
        {
            var synced = Fsyncs(library.Folder);
            var committed = Commits(library.Folder);
            var posted = await Posts(library);
            Console.WriteLine(
                $"fsync {synced,8:N0}/s   one commit an insert {committed,8:N0}/s   posts {posted.RequestsPerSecond,8:N0}/s, client at {posted.CpuShare:P0} of a core, {posted.Wrong} wrong"
                + (round == 0 ? "   (to warm up)" : ""));
            if (round == 0)
                continue;
            syncs.Add(synced);
            commits.Add(committed);
            posts.Add(posted.RequestsPerSecond);
        }

        var (post, commit) = (new Sample(posts), new Sample(commits));
        Console.WriteLine($"fsync: {new Sample(syncs)}/s, one commit an insert: {commit}/s, posts: {post}/s");
        Report.Ratio("durable posts at 16 connections / one commit an insert", post.Median / commit.Median, 1.5);
    }

    private static Task<LoadResult> Posts(Library library)
    {
        var json = $$"""{"paragraph":2,"body":"{{Body}}","audience":"public"}""";
        var request = $"POST /api/v1/speeches/{library.Slug}/annotations HTTP/1.1\r\nHost: 127.0.0.1:{library.Server.Port}\r\n"
            + $"Authorization: Bearer {library.Token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";
        return LoadClient.Measure(new(library.Server.Port, request, 201, 16, Turn.TotalSeconds));
    }

    private static double Commits(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "rival.db")};Pooling=False");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, body TEXT) STRICT;";
        setup.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO note (body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", Body);
        insert.Prepare();
        return Rate(() => insert.ExecuteNonQuery());
    }

    private static double Fsyncs(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var page = new byte[4096];
        return Rate(() =>
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
        });
    }

    private static double Rate(Action action)
    {
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < Turn)
        {
            action();
            count++;
        }

        return count / clock.Elapsed.TotalSeconds;
    }
}
