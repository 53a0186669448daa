using System.Text;

namespace Speeches.Web.Tests.Importing;

/// <summary>Files to import, written for the purpose.</summary>
internal static class Sources
{
    /// <summary>A short speech that can be read.</summary>
    public static string Text(string title = "The law of rivers") => $"""
        UNITED NATIONS

        {title}

        Statement by Ms. Example Speaker

        12 March 2019

        Excellencies,

        The rivers of the world do not stop at borders, and neither can the law that speaks of them.

        A treaty says “in an equitable and reasonable manner”, and the courts have followed it.
        """;

    /// <summary>The same as bytes.</summary>
    public static byte[] Bytes(string title = "The law of rivers") => Encoding.UTF8.GetBytes(Text(title));

    /// <summary>A header and nothing below it.</summary>
    public const string WithoutBody = "Statement by Ms. Example Speaker\n";

    /// <summary>Bytes of no format.</summary>
    public static byte[] Noise { get; } = [0, 1, 2, 3, 0xFF, 0xFE, 0xFD, 0, 0, 9, 8, 7, .. Enumerable.Repeat((byte)0x81, 200)];

    /// <summary>Text that takes more memory to read than a small limit allows.</summary>
    public static byte[] Huge() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("A “word” in a paragraph that is of no use to anybody.\n\n", 250_000)));
}
