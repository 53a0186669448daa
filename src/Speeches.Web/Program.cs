using Speeches.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddStorage();
builder.Services.AddRazorPages();

var app = builder.Build();
app.MapStaticAssets();
app.MapRazorPages();
await app.RunAsync();

/// <summary>The host. Public so that the tests can start it.</summary>
public partial class Program;
