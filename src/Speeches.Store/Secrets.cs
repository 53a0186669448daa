using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Speeches.Store;

/// <summary>
/// Secrets that are shown once. Only their SHA-256 is kept: with 256 random bits nothing slower is needed, and looking up the hash
/// tells nothing by its time about the secret.
/// </summary>
internal static class Secrets
{
    /// <summary>256 random bits in base64url, 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a secret.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
