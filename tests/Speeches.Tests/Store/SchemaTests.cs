using System.Runtime.CompilerServices;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Speeches.Tests.Store;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_documented_schema_is_the_one_that_the_migrations_make()
    {
        await using var library = await TestLibrary.Open();
        var actual = await Describe(library);
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/schema.sql");
        if (Environment.GetEnvironmentVariable("SPEECHES_GOLDEN") == "write")
            await File.WriteAllTextAsync(file, actual, TestContext.Current.CancellationToken);

        var documented = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";

        Assert.True(actual == documented, "docs/schema.sql is not what the migrations make. Run the tests once with SPEECHES_GOLDEN=write, and commit the file.");
    }

    [Theory]
    [InlineData("INSERT INTO speech_speakers (speech_id, position, name) VALUES (1, 'first', 'A')")]
    [InlineData("UPDATE speeches SET revision = 'two'")]
    [InlineData("UPDATE speeches SET header = 'not json'")]
    [InlineData("UPDATE accounts SET role = 'emperor'")]
    [InlineData("UPDATE annotations SET author_id = 99")]
    [InlineData("UPDATE annotations SET block_id = 'p99'")]
    [InlineData("UPDATE annotation_events SET body = 'never said'")]
    [InlineData("DELETE FROM annotation_events")]
    public async Task What_the_schema_forbids_is_refused(string sql)
    {
        var (library, speech) = await TestLibrary.WithSpeech();
        await using var _ = library;
        await library.Annotate(await library.Person("First annotator"), speech);

        await Assert.ThrowsAsync<SqliteException>(() => library.Sql(sql));
    }

    [Fact]
    public async Task Every_table_of_ours_is_strict()
    {
        await using var library = await TestLibrary.Open();

        var others = await library.Database.Read(connection => connection.QueryAsync<string>("""
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search\_%' ESCAPE '\'
            """));

        Assert.Equal(["SchemaVersions"], others); // the journal is DbUp's
        Assert.Equal(1, await library.Sql("SELECT strict FROM pragma_table_list WHERE name = 'search_entries'"));
    }

    private static async Task<string> Describe(TestLibrary library)
    {
        // What SQLite, FTS5 and DbUp make for themselves is theirs to describe.
        var statements = await library.Database.Read(connection => connection.QueryAsync<string>("""
            SELECT sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND tbl_name <> 'SchemaVersions'
                AND name NOT IN ('search_data', 'search_idx', 'search_docsize', 'search_config', 'search_content')
            ORDER BY tbl_name, CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
            """));
        var text = new StringBuilder("""
            -- The database as the migrations make it, table by table. Written by a test: change a migration, never this file.

            """);
        foreach (var sql in statements)
            text.Append('\n').Append(sql.ReplaceLineEndings("\n").Trim()).Append(";\n");
        return text.ToString();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
