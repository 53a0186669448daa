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
        var whole = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var words = ArrayPool<char>.Shared.Rent(whole.Length);
        var length = Fold(whole, words);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(words.AsSpan(0, length), bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(words);
    }

    private static int Fold(string text, Span<char> words)
    {
        var length = 0;
        foreach (var c in text)
        {
            // Half characters are kept as they are: letters outside the basic plane come in two.
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (!char.IsAscii(c)
                && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                words[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
