using Speeches.Web.Importing;

namespace Speeches.Web.Tests.Importing;

public sealed class ReadingWorkerTests
{
    [Fact]
    public async Task One_worker_reads_many_sources()
    {
        using var worker = await ReadingWorker.Start(new ImportOptions());
        foreach (var title in new[] { "rivers", "lakes", "seas" })
        {
            var answer = await worker.Read(Sources.Bytes("The law of " + title), null);
            Assert.Equal("The law of " + title, answer.Speech!.Header.Title);
        }

        Assert.True(worker.IsUsable);
    }

    [Fact]
    public async Task What_a_worker_answers_is_what_the_program_would_have_read_itself()
    {
        using var worker = await ReadingWorker.Start(new ImportOptions());
        var there = await worker.Read(Sources.Bytes(), null);
        var here = SourceReading.Read(new ReadRequest(null, 1000, new(), 10), Sources.Bytes());
        Assert.Equivalent(here, there, strict: true);
    }

    [Fact]
    public async Task A_source_that_takes_too_long_ends_its_worker_and_the_next_has_a_new_one()
    {
        // No time at all: every source takes too long.
        var late = new ImportOptions { TimeLimitSeconds = 0 };
        using var workers = new ReadingWorkers(late);
        for (var i = 0; i < 2; i++)
        {
            var answer = await workers.Read(Sources.Bytes(), null);
            Assert.Null(answer.Speech);
            Assert.Equal(("too-large", ErrorKind.TooLarge), (answer.Failure!.Code, answer.Failure.Kind));
        }
    }

    [Theory]
    [InlineData("../../etc/speech.txt", "speech.txt")]
    [InlineData("C:\\texts\\speech.txt", "speech.txt")]
    [InlineData("speech\u202Etxt.exe\u0000\n", "speechtxt.exe")]
    [InlineData("..", "source")]
    [InlineData("", "source")]
    public void A_name_is_kept_without_folders_and_without_what_hides_its_end(string given, string kept) =>
        Assert.Equal(kept, SourceName.Of(given));
}
