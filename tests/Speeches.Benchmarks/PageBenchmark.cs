using System.Text.Json;
using System.Text.RegularExpressions;

namespace Speeches.Benchmarks;

/// <summary>The seed with 100 annotations: anonymous, not modified, and signed in, against bare Kestrel with the same bytes.</summary>
internal static partial class PageBenchmark
{
    private const int Repetitions = 3;
    private const int Connections = 16;

    /// <summary>Prints the page's weight and, unless <paramref name="weightOnly"/>, the ratios.</summary>
    public static async Task Run(bool weightOnly)
    {
        await using var library = await Library.Open();
        await library.Annotate(100);
        var path = $"/speeches/{library.Slug}";
        var answer = await Fetch(library.Address(path));
        await Weigh(library, answer);
        if (weightOnly)
            return;

        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(answer));
        await using var bare = await ServerProcess.Bare(file);
        var etag = $"If-None-Match: {answer.Headers["ETag"]}\r\n";
        var cookie = $"Cookie: {await library.SignIn()}\r\n";

        Sample[] samples = await Interleave(
            ("bare, 200", bare.Port, "/", "", 200),
            ("product, anonymous, 200", library.Server.Port, path, "", 200),
            ("bare, 304", bare.Port, "/", etag, 304),
            ("product, anonymous, 304", library.Server.Port, path, etag, 304),
            ("product, signed in, 200", library.Server.Port, path, cookie, 200));
        Report.Ratio("anonymous page / bare", samples[1].Median / samples[0].Median, 0.7);
        Report.Ratio("anonymous 304 / bare 304", samples[3].Median / samples[2].Median, 0.8);
        Report.Ratio("signed-in page / bare", samples[4].Median / samples[0].Median, 1 / 40d);
        File.Delete(file);
    }

    private static async Task<Sample[]> Interleave(params (string Name, int Port, string Path, string Headers, int Status)[] loads)
    {
        var values = loads.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Repetitions; round++)
            for (var i = 0; i < loads.Length; i++)
            {
                var (name, port, path, headers, status) = loads[i];
                var request = $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br, gzip\r\n{headers}\r\n";
                var result = await LoadClient.Measure(new(port, request, status, Connections, round == 0 ? 3 : 4));
                if (round == 0) // to warm up
                    continue;
                values[i].Add(result.RequestsPerSecond);
                Console.WriteLine(
                    $"{name,-26} {result.RequestsPerSecond,10:N0}/s {result.BytesPerAnswer,8:N0} bytes, client at {result.CpuShare:P0} of a core, {result.Wrong} wrong");
            }

        return [.. values.Select(list => new Sample(list))];
    }

    private static async Task Weigh(Library library, Answer page)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
        var html = await client.GetStringAsync(library.Address($"/speeches/{library.Slug}"));
        var total = page.Body.Length;
        Console.WriteLine($"{page.Body.Length,8:N0} bytes compressed: the page ({html.Length:N0} characters)");
        foreach (var address in Assets().Matches(html).Select(match => match.Groups[1].Value).Distinct())
        {
            var asset = await Fetch(library.Address(address));
            total += asset.Body.Length;
            Console.WriteLine($"{asset.Body.Length,8:N0} bytes compressed: {address}");
        }

        Report.Ratio("page weight, KB of 60", total / 1000d, 60, atMost: true);
    }

    private static async Task<Answer> Fetch(string address)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        using var answer = await client.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Server" or "Content-Length" or "Transfer-Encoding"))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new(headers, await answer.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("""(?:<link rel="(?:stylesheet|modulepreload)" href|<script [^>]*src)="([^"]+)""")]
    private static partial Regex Assets();
}
