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

    /// <summary>The same speech in French.</summary>
    public static string French(string title) => $"""
        NATIONS UNIES

        {title}

        Déclaration de Mme Example Speaker

        12 mars 2019

        Excellences,

        Les fleuves du monde ne s’arrêtent pas aux frontières, et le droit qui parle d’eux ne le peut pas non plus.

        Un traité dit « d’une manière équitable et raisonnable », et les tribunaux l’ont suivi.
        """;

    /// <summary>A short speech in Arabic.</summary>
    public const string Arabic = """
        الأمم المتحدة

        قانون الأنهار

        كلمة السيدة متحدثة مثالية

        12 آذار/مارس 2019

        أصحاب السعادة،

        إن أنهار العالم لا تتوقف عند الحدود، ولا يمكن للقانون الذي يتحدث عنها أن يتوقف عندها.

        وتقول معاهدة إن الاستخدام يجب أن يكون منصفا ومعقولا، وقد اتبعت المحاكم ذلك في أحكامها.
        """;

    /// <summary>A PDF that says it is encrypted.</summary>
    public static byte[] EncryptedPdf { get; } = Pdf();

    /// <summary>A header and nothing below it.</summary>
    public const string WithoutBody = "Statement by Ms. Example Speaker\n";

    /// <summary>Bytes of no format.</summary>
    public static byte[] Noise { get; } = [0, 1, 2, 3, 0xFF, 0xFE, 0xFD, 0, 0, 9, 8, 7, .. Enumerable.Repeat((byte)0x81, 200)];

    /// <summary>Text that takes more memory to read than a small limit allows.</summary>
    public static byte[] Huge() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("A “word” in a paragraph that is of no use to anybody.\n\n", 250_000)));

    // One empty page under the standard handler: 40-bit RC4 with a password that nobody is told.
    private static byte[] Pdf()
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        List<int> offsets = [];
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Length + 1} /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
