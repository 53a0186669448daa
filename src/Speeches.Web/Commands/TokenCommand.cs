using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Speeches.Store;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Commands;

/// <summary><c>token create --user EMAIL --scope read|write [--expires DAYS|DATE]</c>, <c>token list</c>, <c>token revoke ID</c>.</summary>
internal static class TokenCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Library library) => new("token", "Tokens for the JSON API")
    {
        Make(library), List(library), Revoke(library),
    };

    private static Command Make(Library library)
    {
        var user = new Option<string>("--user") { Description = "The e-mail address of the account the token acts for", Required = true };
        var scope = new Option<string>("--scope") { Description = "read, or write (which includes read)", Required = true };
        scope.AcceptOnlyFromAmong("read", "write");
        var expires = new Option<string>("--expires") { Description = "For how many days it works, or its last day (2027-01-31)" };
        var command = new Command("create", "Make a token; it is shown once, as the last line") { user, scope, expires };
        command.SetAction((parsed, _) => library.With(async services =>
        {
            var account = await services.Account(parsed.GetRequiredValue(user));
            var end = services.GetRequiredService<TokenTimes>().Read(parsed.GetValue(expires));
            var (token, secret) = await services.GetRequiredService<TokenStore>()
                .Create(account.Id, Enum.Parse<TokenScope>(parsed.GetRequiredValue(scope), ignoreCase: true), end);
            Console.WriteLine(
                $"Token {token.Id} for {account.Email}, scope {parsed.GetRequiredValue(scope)}, until {Listing.Time(token.Expires)}. It is not shown again:");
            Console.WriteLine(secret);
            return 0;
        }));
        return command;
    }

    private static Command List(Library library)
    {
        var command = new Command("list", "All tokens, newest first");
        command.SetAction((_, _) => library.With(async services =>
        {
            var tokens = await services.GetRequiredService<TokenStore>().List();
            Listing.Write(["Id", "Account", "Scope", "Created", "Revoked", "Expires"], tokens.Select(token => new[]
            {
                token.Id, token.Email, token.Scope.ToString().ToLowerInvariant(), Listing.Time(token.Created), Listing.Time(token.Revoked), Listing.Time(token.Expires),
            }));
            return 0;
        }));
        return command;
    }

    private static Command Revoke(Library library)
    {
        var id = new Argument<string>("id") { Description = "The token's id, as listed" };
        var command = new Command("revoke", "Make a token worthless at once") { id };
        command.SetAction((parsed, _) => library.With(async services =>
        {
            await services.GetRequiredService<TokenStore>().Revoke(parsed.GetRequiredValue(id));
            Console.WriteLine($"Token {parsed.GetRequiredValue(id)} is revoked.");
            return 0;
        }));
        return command;
    }

    /// <summary>The account of an address.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/>.</exception>
    public static async Task<Account> Account(this IServiceProvider services, string email) =>
        await services.GetRequiredService<AccountStore>().FindByEmail(services.GetRequiredService<ILookupNormalizer>().NormalizeEmail(email.Trim())!)
        ?? throw new SpeechesError(ErrorKind.NotFound, $"There is no account with the address {email}. Nothing was changed.");
}
