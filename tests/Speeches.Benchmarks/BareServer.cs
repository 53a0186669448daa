using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Speeches.Benchmarks;

/// <summary>An answer to give again.</summary>
/// <param name="Headers">Every header of the product's answer, so that both send the same bytes.</param>
/// <param name="Body">The compressed body, base 64 in JSON.</param>
internal sealed record Answer(Dictionary<string, string> Headers, byte[] Body);

/// <summary>Kestrel with nothing around it: what any cache in front of it is measured against.</summary>
internal static class BareServer
{
    /// <summary>Serves the answer in the file; 304 without a body to a request with If-None-Match.</summary>
    public static async Task<int> Run(string address, string file)
    {
        var answer = JsonSerializer.Deserialize<Answer>(await File.ReadAllBytesAsync(file))!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(address);
        app.Run(async context =>
        {
            foreach (var (name, value) in answer.Headers)
                context.Response.Headers[name] = value;
            if (context.Request.Headers.IfNoneMatch.Count > 0)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body);
        });
        await app.RunAsync();
        return 0;
    }
}
