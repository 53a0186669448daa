using System.CommandLine;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Commands;

/// <summary><c>user add EMAIL --name N --role R</c>, <c>user list</c>, <c>user role EMAIL ROLE</c>, <c>user disable EMAIL [--undo]</c>.</summary>
internal static class UserCommand
{
    private static readonly string[] Roles = [.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())];

    /// <summary>Makes the command.</summary>
    public static Command Create(Library library) => new("user", "People's accounts")
    {
        Add(library), List(library), ChangeRole(library), Disable(library),
    };

    private static Command Add(Library library)
    {
        var email = Email();
        var name = new Option<string>("--name") { Description = "The name shown with what the person writes", Required = true };
        var role = new Option<string>("--role") { Description = string.Join(", ", Roles), Required = true };
        role.AcceptOnlyFromAmong(Roles);
        var command = new Command("add", "Make an account. Its password is read from standard input, if something is piped in; else a one-time link to choose one is printed")
        {
            email, name, role,
        };
        command.SetAction((parsed, _) => library.With(async services =>
        {
            var password = await PipedPassword();
            var account = services.GetRequiredService<Enrolment>()
                .Prepare(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), Parse(parsed.GetRequiredValue(role)), password);
            var accounts = services.GetRequiredService<AccountStore>();
            await accounts.Add(account);
            Console.WriteLine($"{account.Email} is {account.Role.ToString().ToLowerInvariant()} now.");
            if (password is null)
            {
                var settings = services.GetRequiredService<Settings>();
                var token = await accounts.CreateLink(LinkPurpose.Password, account.Id, TimeSpan.FromHours(settings.Accounts.LinkHours));
                Console.WriteLine($"This link lets them choose a password, once, within {settings.Accounts.LinkHours} hours:");
                Console.WriteLine($"{Start.LinkAddress(settings)}/account/password?token={token}");
            }
            return 0;
        }));
        return command;
    }

    private static Command List(Library library)
    {
        var command = new Command("list", "All accounts by name");
        command.SetAction((_, _) => library.With(async services =>
        {
            var accounts = await services.GetRequiredService<AccountStore>().List();
            Listing.Write(["Address", "Name", "Role", "Created", "Disabled"], accounts.Select(account => new[]
            {
                account.Email, account.Name, account.Role.ToString().ToLowerInvariant(), Listing.Time(account.Created), Listing.Time(account.Disabled),
            }));
            return 0;
        }));
        return command;
    }

    private static Command ChangeRole(Library library)
    {
        var email = Email();
        var role = new Argument<string>("role") { Description = string.Join(", ", Roles) };
        role.AcceptOnlyFromAmong(Roles);
        var command = new Command("role", "Give an account another role, at once") { email, role };
        command.SetAction((parsed, _) => library.With(async services =>
        {
            var account = await services.Account(parsed.GetRequiredValue(email));
            await services.GetRequiredService<Administration>().SetRole(account, Parse(parsed.GetRequiredValue(role)));
            Console.WriteLine($"{account.Email} is {parsed.GetRequiredValue(role)} now.");
            return 0;
        }));
        return command;
    }

    private static Command Disable(Library library)
    {
        var email = Email();
        var undo = new Option<bool>("--undo") { Description = "Enable it again" };
        var command = new Command("disable", "Close an account at once: its sessions and tokens end, what it wrote stays") { email, undo };
        command.SetAction((parsed, _) => library.With(async services =>
        {
            var account = await services.Account(parsed.GetRequiredValue(email));
            await services.GetRequiredService<Administration>().SetDisabled(account, !parsed.GetValue(undo));
            Console.WriteLine($"{account.Email} is {(parsed.GetValue(undo) ? "enabled" : "disabled")} now.");
            return 0;
        }));
        return command;
    }

    private static Argument<string> Email() => new("email") { Description = "The e-mail address of the account" };

    private static Role Parse(string role) => Enum.Parse<Role>(role, ignoreCase: true);

    // A password is never an argument: those can be seen in the list of processes and stay in the shell's history.
    private static async Task<string?> PipedPassword() =>
        Console.IsInputRedirected && await Console.In.ReadLineAsync() is { Length: > 0 } line ? line.TrimEnd('\r') : null;
}
