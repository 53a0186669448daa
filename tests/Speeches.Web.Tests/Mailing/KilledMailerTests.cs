using Speeches.Store;
using Speeches.Store.Sqlite;

namespace Speeches.Web.Tests.Mailing;

/// <summary>The program killed while it hands mail over: none is lost, and none goes twice but under the same Message-ID.</summary>
public sealed class KilledMailerTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task Killed_before_the_server_took_it_a_mail_goes_out_once_afterwards()
    {
        await using var server = new SmtpListener();
        RunningProgram? first = null;
        var plugs = 1;
        server.BeforeTaking = async message =>
        {
            if (message.Subject != "Mail 3" || Interlocked.Decrement(ref plugs) < 0)
                return true;
            first!.Kill();
            await first.Ended();
            return false;
        };
        first = await Start(server, "--Mail:AtOnce=1");
        await using var _ = first;
        await Add(5);
        await first.Ended();

        await using var second = await Start(server);
        var taken = await server.Wait(5);
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"Mail {number}"), taken.Select(mail => mail.Message.Subject).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("@", string.Join('\n', second.Output.Concat(second.Error).Where(line => line.Contains("Mail ", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Killed_again_and_again_every_mail_arrives_and_what_comes_twice_has_one_id()
    {
        const int Mails = 30;
        const int AtOnce = 3;
        await using var server = new SmtpListener();
        await Add(Mails);
        var kills = 0;
        for (; kills < 3; kills++)
        {
            var program = await Start(server, $"--Mail:AtOnce={AtOnce}");
            await using var _ = program;
            var enough = server.Mails.Count + 6;
            server.Taken = count =>
            {
                if (count == enough)
                    program.Kill();
            };
            await program.Ended();
        }

        server.Taken = _ => { };
        await using var last = await Start(server, $"--Mail:AtOnce={AtOnce}");
        await OutboxTests.Eventually(() => Task.FromResult(Ids().Count() == Mails));
        await using var database = await SqliteDatabase.Open(new() { Directory = _data.Path });
        await OutboxTests.Eventually(async () => await Box(database).State() is { Waiting: 0, Sent: Mails });

        // At each kill, no more than were being handed over may come again.
        Assert.InRange(server.Mails.Count, Mails, Mails + kills * AtOnce);
        Assert.Equal(Mails, server.Mails.Select(mail => mail.Message.Subject).Distinct().Count());

        IEnumerable<string> Ids() => server.Mails.Select(mail => mail.Message.MessageId!).Distinct();
    }

    [Fact]
    public async Task Asked_to_stop_the_program_finishes_the_mail_that_it_is_handing_over()
    {
        await using var server = new SmtpListener();
        RunningProgram? program = null;
        server.BeforeTaking = _ =>
        {
            program!.AskToStop();
            return Task.FromResult(true);
        };
        program = await Start(server, "--Mail:AtOnce=1");
        await using var __ = program;
        await Add(2);
        Assert.Equal(0, await program.Ended());
        var state = await State();
        Assert.Equal((server.Mails.Count, 2), (state.Sent, state.Sent + state.Waiting));
    }

    public void Dispose() => _data.Dispose();

    private async Task<RunningProgram> Start(SmtpListener server, params string[] more) =>
        (await RunningProgram.Serve(_data.Path, [.. server.Arguments, "--Mail:TimeoutSeconds=1", "--Seeds:Directory=", .. more])).Program;

    // As the program does it, from a process beside it.
    private async Task Add(int count)
    {
        await using var database = await SqliteDatabase.Open(new() { Directory = _data.Path });
        for (var number = 1; number <= count; number++)
            await Box(database).Add(OutboxTests.Letter($"Mail {number}"));
    }

    private async Task<OutboxState> State()
    {
        await using var database = await SqliteDatabase.Open(new() { Directory = _data.Path });
        return await Box(database).State();
    }

    private static Outbox Box(Database database) => new(database, TimeProvider.System, new OutboxRules { IsOn = true });
}
