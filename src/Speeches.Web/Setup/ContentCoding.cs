using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Speeches.Web.Setup;

/// <summary>The forms in which a cached page is kept.</summary>
internal enum ContentCoding
{
    /// <summary>As it is.</summary>
    Identity,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>Brotli.</summary>
    Brotli,
}

/// <summary>Chooses a content coding by <c>Accept-Encoding</c> (RFC 9110, section 12.5.3), without allocating.</summary>
internal static class AcceptedCodings
{
    /// <summary>
    /// The smallest form that the client takes: Brotli before gzip before identity, where a weight of zero refuses a coding. Clients
    /// that weigh codings differently still get one they accept. A client that refuses all three gets identity rather than an error.
    /// </summary>
    public static ContentCoding Choose(StringValues acceptEncoding)
    {
        bool? brotli = null, gzip = null, any = null;
        for (var i = 0; i < acceptEncoding.Count; i++)
        {
            ReadOnlySpan<char> line = acceptEncoding[i];
            foreach (var range in line.Split(','))
            {
                var item = line[range];
                var semicolon = item.IndexOf(';');
                var name = (semicolon < 0 ? item : item[..semicolon]).Trim();
                var accepted = semicolon < 0 || !IsZero(item[(semicolon + 1)..]);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = accepted;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip = accepted;
                else if (name is "*") any = accepted;
            }
        }

        return brotli ?? any ?? false ? ContentCoding.Brotli : gzip ?? any ?? false ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static bool IsZero(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        return parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
            && (!double.TryParse(parameter[2..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) || weight <= 0);
    }
}
