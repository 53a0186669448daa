using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Tests;

/// <summary>
/// The whole product on a real database in a folder of its own, with the seed speech in it. Use it as a class fixture, or make one with
/// <see cref="Settings"/> of its own.
/// </summary>
public sealed class SpeechesApp : WebApplicationFactory<Program>
{
    private static int _people;

    /// <summary>Settings of its own, by name: <c>("Accounts:Registration", "Closed")</c>.</summary>
    internal (string Name, string Value)[] Settings { get; init; } = [];

    /// <summary>A clock of its own; null for the system's.</summary>
    internal TimeProvider? Clock { get; init; }

    /// <summary>A password that is accepted.</summary>
    public const string Password = "four unrelated words";

    /// <summary>Where its database is.</summary>
    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("speeches-").FullName;

    /// <summary>A service of the running product.</summary>
    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The name of the seed speech in addresses.</summary>
    public async Task<string> SeedSlug() => (await Get<SpeechStore>().List(new LibraryFilter())).Items.Single().Speech.Slug;

    /// <summary>A browser that nobody has signed in with: keeps cookies, follows no redirects.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A browser in which an annotator has registered through the form.</summary>
    public async Task<HttpClient> SignedIn(string name = "First annotator")
    {
        var browser = Anonymous();
        var answer = await browser.PostForm("/account/register", new { name, email = NewEmail(), password = Password });
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>A browser in which somebody of this role has signed in through the form.</summary>
    public async Task<HttpClient> SignedIn(Role role, string name = "First annotator")
    {
        var account = await AddAccount(role, name);
        var browser = Anonymous();
        var answer = await browser.PostForm("/account/sign-in", new { email = account.Email, password = Password });
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>A client of the API with a token for a new account of this role.</summary>
    public async Task<HttpClient> WithToken(TokenScope scope = TokenScope.Write, Role role = Role.Annotator, string name = "First annotator")
    {
        var account = await AddAccount(role, name);
        var (_, secret) = await Get<TokenStore>().Create(account.Id, scope);
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>A new account with <see cref="Password"/>, made without the web.</summary>
    public async Task<Account> AddAccount(Role role, string name = "First annotator")
    {
        using var scope = Services.CreateScope();
        var account = scope.ServiceProvider.GetRequiredService<Enrolment>().Prepare(NewEmail(), name, role, Password);
        await Get<AccountStore>().Add(account);
        return account;
    }

    /// <summary>An address that no other account has.</summary>
    public static string NewEmail() => $"user{Interlocked.Increment(ref _people)}@example.org";

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        (string, string)[] defaults =
        [
            ("Data:Directory", DataDirectory),
            ("Accounts:PasswordIterations", "10000"),
            ("RateLimits:SignInPerMinute", "10000"),
            ("RateLimits:RegistrationPerMinute", "10000"),
            ("RateLimits:PostingBurst", "10000"),
            ("Log:Level", "Fatal"),
        ];
        foreach (var (name, value) in defaults.Concat(Settings))
            builder.UseSetting(name, value);
        if (Clock is not null)
            builder.ConfigureServices(services => services.AddSingleton(Clock));
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
    }
}
