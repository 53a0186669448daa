using System.Text;

namespace Speeches.Formats.Reading.Text;

/// <summary>
/// Tells the legacy encodings of the six languages apart by what each would make of the bytes: letters that stand among letters of
/// their own script, in a case that words have, as often as the language uses them.
/// </summary>
internal static class LegacyEncodings
{
    private const int SampleBytes = 64_000;
    private const double Clear = 0.85;

    // As many letters make a frequency worth asking about.
    private const int Enough = 30;
    private const string LatinLetters = "éèêëàâäáãåæçîïíìôöóòõøœûùüúñßÿÉÈÊËÀÂÄÁÃÅÆÇÎÏÍÌÔÖÓÒÕØŒÛÙÜÚÑŠšŽž";
    private const string LatinMarks = "¿¡ºª°¹²³½¼€·×";
    private const string Marks = "‘’“”–—…•«»§°\u00A0„‚‹›©®™±·¶†‡\u00AD№";
    private const string RussianVowels = "оеаиыюяэуёОЕАИЫЮЯЭУЁ";
    private const string Commonest = "的一是在和国不了人有中大为会我这个们法上以主要对际合联理安全民权";

    // Looked up here, not registered for the whole process: nobody else wants them.
    private static readonly Encoding Latin = Get("windows-1252");
    private static readonly Encoding Cyrillic = Get("windows-1251");
    private static readonly Encoding Arabic = Get("windows-1256");
    private static readonly Encoding Chinese = Get("GB18030");

    /// <summary>The one encoding that gives plausible text, or null. The bytes are not UTF-8.</summary>
    internal static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        var chinese = ChineseScore(sample);
        (Encoding Encoding, string Text, double Score)[] scored =
        [
            Scored(Latin, sample, LatinScore), Scored(Cyrillic, sample, CyrillicScore), Scored(Arabic, sample, ArabicScore),
        ];
        var best = scored[0];
        foreach (var other in scored[1..])
        {
            if (other.Score > best.Score)
                best = other;
        }

        if (chinese >= 0.9 && best.Score < Clear)
            return Chinese;
        if (best.Score < Clear || chinese >= 0.9)
            return null;
        foreach (var other in scored)
        {
            // Quotation marks and some accents are the same bytes in all three: where the text is the same, there is no doubt.
            if (other.Score > best.Score - 0.1 && other.Text != best.Text)
                return null;
        }

        return best.Encoding;
    }

    // A byte or two that stand for nothing become U+FFFD, which the text is then refused or warned about for.
    private static Encoding Get(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;

    /// <summary>From a little before the first byte that is not ASCII, cut at white space.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        var start = bytes[..first].LastIndexOfAny(" \t\r\n"u8) + 1;
        var sample = bytes[start..];
        if (sample.Length <= SampleBytes)
            return sample;
        var end = sample[..SampleBytes].LastIndexOfAny(" \t\r\n"u8);
        return sample[..(end > 0 ? end : SampleBytes)];
    }

    private static (Encoding Encoding, string Text, double Score) Scored(
        Encoding encoding, ReadOnlySpan<byte> sample, Func<string, double> score)
    {
        var text = encoding.GetString(sample);
        return (encoding, text, score(text));
    }

    private static double LatinScore(string text) => Share(text, static (text, i, c) =>
        LatinMarks.Contains(c, StringComparison.Ordinal)
        || (LatinLetters.Contains(c, StringComparison.Ordinal) && Neighbours(text, i, IsLatin) && HasCaseOfWord(text, i)));

    private static double CyrillicScore(string text)
    {
        var (letters, vowels) = Count(text, static c => c is >= 'А' and <= 'я' or 'ё' or 'Ё', RussianVowels);
        if (letters >= Enough && (vowels * 10 < letters * 3 || vowels * 10 > letters * 6))
            return 0;
        return Share(text, static (text, i, c) =>
            c is '\u2116' || (c is >= 'А' and <= 'я' or 'ё' or 'Ё' && !Touches(text, i, IsLatin) && HasCaseOfWord(text, i)));
    }

    private static double ArabicScore(string text)
    {
        var (letters, articles) = Count(text, IsArabic, "ال");
        if (letters >= Enough && articles * 20 < letters * 3)
            return 0;
        return Share(text, static (text, i, c) => IsArabic(c) ? !Touches(text, i, IsLatin)
            : c is '،' or '؛' or '؟' or '\u200C' or '\u200D' or '\u200E' or '\u200F' ? Touches(text, i, IsArabicOrSpace)
            : LatinLetters.Contains(c, StringComparison.Ordinal) && Touches(text, i, IsLatin) && !Touches(text, i, IsArabic));
    }

    /// <summary>The share of good characters beyond ASCII; marks that all encodings have in the same place say nothing.</summary>
    private static double Share(string text, Func<string, int, char, bool> isGood)
    {
        var (good, all) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < '\u0080')
                continue;
            if (Marks.Contains(c, StringComparison.Ordinal))
            {
                // A low mark or a dagger inside a word is a letter of another encoding.
                all += c is '‚' or '„' or '…' or '†' or '‡' or '‹' or '›' or '•' or '™' or '¶' && InWord(text, i) ? 1 : 0;
                continue;
            }

            all++;
            good += isGood(text, i, c) ? 1 : 0;
        }

        return all == 0 ? 1 : (double)good / all;
    }

    /// <summary>The share of characters that are common ones (GB 2312), in bytes that are all valid.</summary>
    private static double ChineseScore(ReadOnlySpan<byte> sample)
    {
        var (good, all) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80)
                continue;
            if (i + 1 == sample.Length)
                return sample.Length >= SampleBytes && all > 0 ? (double)good / all : 0;
            var (lead, trail) = (sample[i], sample[i + 1]);
            if (lead is 0x80 or 0xFF || trail is < 0x30 or 0x7F or 0xFF)
                return 0;
            all++;
            good += trail >= 0xA1 && lead is >= 0xA1 and <= 0xA3 or >= 0xB0 and <= 0xD7 ? 1 : 0;
            i += trail < 0x40 ? 3 : 1;
        }

        if (all < Enough || good * 10 < all * 9)
            return all == 0 ? 0 : (double)good / all;
        var (letters, common) = Count(Chinese.GetString(sample), static c => c is >= '\u4E00' and <= '\u9FFF', Commonest);
        return common * 20 >= letters ? (double)good / all : 0;
    }

    private static (int All, int Of) Count(string text, Func<char, bool> isLetter, string of)
    {
        var (all, those) = (0, 0);
        foreach (var c in text)
        {
            if (!isLetter(c))
                continue;
            all++;
            those += of.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return (all, those);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c) || LatinLetters.Contains(c, StringComparison.Ordinal);

    private static bool IsArabic(char c) => c is >= '\u0621' and <= '\u0652';

    private static bool IsArabicOrSpace(char c) => IsArabic(c) || c == ' ';

    private static bool Touches(string text, int i, Func<char, bool> isOf) =>
        (i > 0 && isOf(text[i - 1])) || (i + 1 < text.Length && isOf(text[i + 1]));

    /// <summary>Alone ("à"), or beside an ASCII letter or an accented one that is.</summary>
    private static bool Neighbours(string text, int i, Func<char, bool> isOf)
    {
        var before = i > 0 && char.IsLetter(text[i - 1]);
        var after = i + 1 < text.Length && char.IsLetter(text[i + 1]);
        if (!before && !after)
            return text[i] is 'à' or 'À' or 'ó' or 'é' or 'É' or 'á';
        var run = 1;
        for (var j = i - 1; j >= 0 && text[j] > '\u007F' && char.IsLetter(text[j]); j--)
            run++;
        for (var j = i + 1; j < text.Length && run < 4 && text[j] > '\u007F' && char.IsLetter(text[j]); j++)
            run++;
        return run < 4 && Touches(text, i, isOf);
    }

    /// <summary>No capital behind a small letter, as no word has.</summary>
    private static bool HasCaseOfWord(string text, int i) => !char.IsUpper(text[i]) || i == 0 || !char.IsLower(text[i - 1]);

    private static bool InWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetter(text[i + 1]);
}
