using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Speeches.Web.Setup;

/// <summary>A page kept whole: its bytes in each content coding, and the header fields it goes out with.</summary>
internal sealed class CachedPage
{
    private const int BrotliQuality = 6;
    private const int BrotliWindow = 22;

    // A cached page may be shown to anyone, but only after asking whether it is still the current one.
    private static readonly StringValues CacheControl = "public, no-cache";
    private static readonly StringValues Vary = "Accept-Encoding";

    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly StringValues _contentType;
    private readonly Variant _identity;
    private readonly Variant _brotli;
    private readonly Lazy<Variant> _gzip;
    private long _generation;

    /// <summary>Compresses a page and makes its entity tags.</summary>
    /// <param name="body">The page as rendered.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="headers">The other fields that the page was rendered with, security headers among them.</param>
    /// <param name="generation">The database's generation before anything of the page was read.</param>
    /// <param name="revision">The speech's revision before the page was rendered; 0 for a page that shows more than one speech.</param>
    public CachedPage(byte[] body, string contentType, KeyValuePair<string, StringValues>[] headers, long generation, long revision)
    {
        _contentType = contentType;
        _headers = headers;
        _generation = generation;
        Revision = revision;
        // The tag is made from what is sent, so that it survives a restart and changes with a new build's markup or headers.
        var hash = Hash(body, headers);
        _identity = new Variant(body, default, $"\"{hash}\"");
        _brotli = new Variant(Brotli(body), "br", $"\"{hash}-br\"");
        _gzip = new Lazy<Variant>(() => new Variant(Gzip(body), "gzip", $"\"{hash}-gzip\""));
        // The gzip form is made when it is first asked for, and counted from the start: it is somewhat larger than the Brotli one.
        Size = body.Length + 3L * _brotli.Body.Length;
    }

    /// <summary>The revision of the speech that the page shows.</summary>
    public long Revision { get; }

    /// <summary>Bytes of memory it takes.</summary>
    public long Size { get; }

    /// <summary>The generation of the database in which the page was last known to be the current one.</summary>
    public long Generation
    {
        get => Volatile.Read(ref _generation);
        set => Volatile.Write(ref _generation, value);
    }

    /// <summary>Answers with the page, or with 304 where the client has it.</summary>
    public Task Write(HttpContext context)
    {
        var request = context.Request;
        var response = context.Response;
        var fields = response.Headers;
        var variant = AcceptedCodings.Choose(request.Headers.AcceptEncoding) switch
        {
            ContentCoding.Brotli => _brotli,
            ContentCoding.Gzip => _gzip.Value,
            _ => _identity,
        };
        fields.ETag = variant.Tag;
        fields.CacheControl = CacheControl;
        fields.Vary = Vary;
        foreach (var (name, value) in _headers) fields[name] = value;
        var known = request.Headers.IfNoneMatch;
        if (known.Count > 0 && EntityTags.AnyMatches(known, variant.Tag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        fields.ContentType = _contentType;
        if (variant.Coding.Count > 0) fields.ContentEncoding = variant.Coding;
        response.ContentLength = variant.Body.Length;
        if (HttpMethods.IsHead(request.Method)) return Task.CompletedTask;
        var written = response.BodyWriter.WriteAsync(variant.Body, context.RequestAborted);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }

    private static string Hash(byte[] body, KeyValuePair<string, StringValues>[] headers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in headers) hash.AppendData(Encoding.UTF8.GetBytes($"{name}: {value}\n"));
        hash.AppendData(body);
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 12));
    }

    private static byte[] Brotli(byte[] body)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, room, out var length, BrotliQuality, BrotliWindow)
            ? room[..length]
            : throw new InvalidOperationException("Brotli asked for more room than it said it needs.");
    }

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(body);
        return compressed.ToArray();
    }

    private sealed record Variant(byte[] Body, StringValues Coding, StringValues Tag);
}
