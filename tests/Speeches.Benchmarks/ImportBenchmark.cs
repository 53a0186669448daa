using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Benchmarks;

/// <summary>
/// The import command over a folder of plain-text speeches, from the start of the program to its end, against parsing them one after
/// the other in this process and inserting header, blocks, quotations and source into bare tables, some to a commit.
/// </summary>
internal static class ImportBenchmark
{
    private const int Files = 5000;
    private const int FilesInCommit = 32;
    private const int Repetitions = 3;

    /// <summary>Measures and prints.</summary>
    public static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("speeches-import-");
        try
        {
            var sources = Directory.CreateDirectory(Path.Combine(folder.FullName, "sources"));
            var seed = await File.ReadAllTextAsync(Places.Seed);
            for (var i = 0; i < Files; i++)
            {
                // Each with words of its own, as real ones have; the same words would be told as duplicates.
                await File.WriteAllTextAsync(Path.Combine(sources.FullName, $"{i:D5}.txt"), $"{seed}\n\nThis is speech number {i} of the folder.\n");
            }

            List<double> bare = [], product = [];
            for (var i = 0; i < Repetitions; i++)
            {
                bare.Add(Files / Bare(sources.FullName, Path.Combine(folder.FullName, $"bare{i}.db")).TotalSeconds);
                product.Add(Files / (await Import(sources.FullName, Path.Combine(folder.FullName, $"data{i}"))).TotalSeconds);
            }

            var (import, raw) = (new Sample(product), new Sample(bare));
            Console.WriteLine($"import, speeches a second:      {import}");
            Console.WriteLine($"parse and insert, one process:  {raw}");
            Report.Ratio("import of plain text against parse and raw insert", import.Median / raw.Median, 1 / 3d);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> Import(string sources, string data)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Places.Product, "import", sources, $"--Data:Directory={data}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? watch.Elapsed : throw new InvalidOperationException(await said);
    }

    private static TimeSpan Bare(string sources, string file)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE speeches (id INTEGER PRIMARY KEY, title TEXT, source BLOB) STRICT;
            CREATE TABLE blocks (speech_id INTEGER, position INTEGER, kind INTEGER, text TEXT) STRICT;
            CREATE TABLE quotations (speech_id INTEGER, block_id TEXT, range_start INTEGER, range_end INTEGER, words TEXT, said_by TEXT) STRICT;
            """);
        foreach (var group in Directory.EnumerateFiles(sources).Order(StringComparer.Ordinal).Chunk(FilesInCommit))
        {
            using var transaction = connection.BeginTransaction();
            foreach (var path in group)
                Insert(connection, transaction, File.ReadAllBytes(path));
            transaction.Commit();
        }

        return watch.Elapsed;
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, byte[] source)
    {
        var parsed = SpeechParser.Parse(SpeechReaders.Read(source));
        using var speech = connection.CreateCommand();
        speech.Transaction = transaction;
        speech.CommandText = "INSERT INTO speeches (title, source) VALUES (@title, @source) RETURNING id";
        speech.Parameters.AddWithValue("@title", parsed.Header.Title ?? "");
        speech.Parameters.AddWithValue("@source", source);
        var id = (long)speech.ExecuteScalar()!;
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO blocks (speech_id, position, kind, text) VALUES (@id, @position, @kind, @text)";
        insert.Parameters.AddWithValue("@id", id);
        var (position, kind, text) = (insert.Parameters.Add("@position", SqliteType.Integer), insert.Parameters.Add("@kind", SqliteType.Integer), insert.Parameters.Add("@text", SqliteType.Text));
        for (var i = 0; i < parsed.Blocks.Count; i++)
        {
            (position.Value, kind.Value, text.Value) = (i, (int)parsed.Blocks[i].Kind, parsed.Blocks[i].Text);
            insert.ExecuteNonQuery();
        }

        using var quote = connection.CreateCommand();
        quote.Transaction = transaction;
        quote.CommandText = "INSERT INTO quotations VALUES (@id, @block, @start, @end, @words, @by)";
        quote.Parameters.AddWithValue("@id", id);
        var (block, start) = (quote.Parameters.Add("@block", SqliteType.Text), quote.Parameters.Add("@start", SqliteType.Integer));
        var (end, words, by) = (quote.Parameters.Add("@end", SqliteType.Integer), quote.Parameters.Add("@words", SqliteType.Text), quote.Parameters.Add("@by", SqliteType.Text));
        foreach (var quotation in parsed.Quotations)
        {
            (block.Value, start.Value, end.Value) = (quotation.BlockId, quotation.Start, quotation.End);
            (words.Value, by.Value) = (quotation.Words, quotation.SaidBy ?? (object)DBNull.Value);
            quote.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
