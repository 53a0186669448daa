using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>ASP.NET Core Identity on our own store, for the site and for the commands; sessions and tokens for the site.</summary>
internal static class AccountSetup
{
    private const string Chooser = "Speeches";

    /// <summary>Registers passwords, lockout and stamps; no HTTP.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services, AccountOptions options)
    {
        services.AddSingleton(options).AddSingleton<SecurityLog>().AddSingleton<TokenTimes>().AddScoped<Enrolment>().AddScoped<Administration>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = options.PasswordIterations);
        return services
            .AddIdentityCore<Account>(identity =>
            {
                identity.Password = new PasswordOptions
                {
                    RequiredLength = options.MinimumPasswordLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
                identity.Lockout.MaxFailedAccessAttempts = options.LockoutAttempts;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(options.LockoutMinutes);
                // An address is checked when it is enrolled (Enrolment); it needs no other alphabet.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountUserStore>();
    }

    /// <summary>Registers sessions (a cookie) and API tokens (a header); a request with a bearer token is never taken for a session.</summary>
    public static void AddSessions(this IServiceCollection services, Settings settings)
    {
        services.AddAccounts(settings.Accounts).AddSignInManager<AccountSignIn>();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountPrincipal>();
        services.AddSingleton<TokenHolders>().AddSingleton<OpenSessions>().AddScoped<SessionEvents>();
        services.AddAuthentication(Chooser)
            .AddPolicyScheme(Chooser, null, scheme => scheme.ForwardDefaultSelector = context =>
                BearerTokens.IsOn(context.Request) ? BearerTokens.Scheme : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Scheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie = new SafeCookie(settings, "session");
                // The store knows when a session ends before its longest time (OpenSessions), so no cookie has to be written anew.
                cookie.ExpireTimeSpan = TimeSpan.FromDays(settings.Accounts.SessionMaximumDays);
                cookie.SlidingExpiration = false;
                cookie.LoginPath = "/account/sign-in";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.EventsType = typeof(SessionEvents);
            });
        services.AddAuthorization();
    }
}
