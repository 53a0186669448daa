using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Speeches;

/// <summary>Tells that two texts have the same words, whatever file they come from.</summary>
public static class TextFingerprint
{
    /// <summary>
    /// SHA-256 (lower-case hexadecimal) of the letters, marks and digits of all blocks in order, in compatibility form without case.
    /// Spacing, punctuation, line ends and how the text is parted into blocks make no difference, since formats differ in them.
    /// </summary>
    public static string Of(IReadOnlyList<Block> blocks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in blocks)
        {
            Append(hash, block.Marker);
            Append(hash, block.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var words = Folded(text);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(words.Length));
        hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(words, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC))
        {
            // Half characters are kept as they are: letters outside the basic plane come in two.
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
