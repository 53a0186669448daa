using System.Text;
using FsCheck.Xunit;
using Speeches.Formats.Reading;
using Speeches.Parsing;

namespace Speeches.Tests.Parsing;

public class EncodingTests
{
    private const string French = "Monsieur le Président, l’État a ratifié la Convention dès l’été ; où en sommes-nous, à présent ? Voilà une œuvre à achever.";
    private const string Spanish = "Señor Presidente: ¿cómo podría la Comisión terminar su labor este año? «Mañana», dirá usted; así también lo decían en 1950.";
    private const string English = "The Commission’s work – all of it – is “progressive development”, as the café owner said…";
    private const string Russian = "Уважаемый господин Председатель, сегодня мы говорим о верховенстве права и о роли Суда № 1 в мире.";
    private const string Arabic = "السيد الرئيس، إن سيادة القانون هي أساس السلام بين الدول، وعلى كل دولة أن تحترم الميثاق. هل نحن مستعدون؟";
    private const string Chinese = "主席先生：国际法是各国共同的语言。我们在联合国大会上重申，和平与安全离不开法治，各国人民都有权利得到公正。";

    [Theory]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", Spanish)]
    [InlineData("windows-1252", English)]
    [InlineData("windows-1252", "Un café.")]
    [InlineData("windows-1251", Russian)]
    [InlineData("windows-1251", "УВАЖАЕМЫЙ ГОСПОДИН ПРЕДСЕДАТЕЛЬ,")]
    [InlineData("windows-1256", Arabic)]
    [InlineData("windows-1256", "السيد الرئيس، le Président a été élu à l'unanimité، شكرا")]
    [InlineData("GB18030", Chinese)]
    [InlineData("utf-16", Chinese)]
    [InlineData("utf-16", English)]
    [InlineData("utf-16BE", "Line one.\nРоссия, line two and a few words more.\n")]
    public void A_text_that_does_not_name_its_encoding_is_read_right_and_the_guess_is_reported(string encoding, string text)
    {
        var bytes = Of(encoding).GetBytes(text.ReplaceLineEndings("\n"));
        // UTF-16 without a mark is told by the NULs of its spaces.
        if (encoding == "utf-16" && text == Chinese)
            bytes = [.. bytes, .. Encoding.Unicode.GetBytes("\n")];

        var document = SpeechReaders.Read(bytes);

        Assert.Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), document.Lines.Select(line => line.Text));
        var guess = Assert.Single(document.Diagnostics);
        Assert.Equal((DiagnosticSeverity.Information, "encoding-guessed"), (guess.Severity, guess.Code));
        Assert.Contains(encoding, guess.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_says_the_encoding_and_nothing_is_guessed(string encoding)
    {
        byte[] bytes = [.. Of(encoding).GetPreamble(), .. Of(encoding).GetBytes(Russian)];

        var document = SpeechReaders.Read(bytes);

        Assert.Equal(Russian, Assert.Single(document.Lines).Text);
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-6", Arabic)]
    [InlineData("macintosh", French)]
    [InlineData("ibm850", French)]
    [InlineData("big5", "主席先生，國際法是各國共同的語言，我們在聯合國大會上重申這一點")]
    [InlineData("euc-kr", "국제법은 모든 국가의 공통 언어이며 우리는 평화와 안전을 위하여 법의 지배를 다시 확인합니다")]
    public void Where_no_encoding_is_clear_the_text_is_refused(string encoding, string text)
    {
        var bytes = Of(encoding).GetBytes(text);

        var error = Assert.Throws<SpeechesError>(() => SpeechReaders.Read(bytes));

        Assert.Equal((ErrorKind.Refused, "unreadable-text", "file"), (error.Kind, error.Code, error.Field));
    }

    [Fact]
    public void Utf_8_with_a_broken_place_is_damaged_and_the_line_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(French + "\n"), 0xE9, .. Encoding.UTF8.GetBytes(" fin")];

        var error = Assert.Throws<SpeechesError>(() => SpeechReaders.Read(bytes));

        Assert.Equal("damaged", error.Code);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(French, "windows-1252")]
    [InlineData("It’s the Court", "windows-1252")]
    [InlineData("It’s «Россия»", "windows-1251")]
    public void Letters_encoded_twice_are_a_warning_at_their_line(string text, string through)
    {
        var twice = Of(through).GetString(Encoding.UTF8.GetBytes(text));

        var diagnostic = Assert.Single(SpeechReaders.Read(Encoding.UTF8.GetBytes("Words.\n\n" + twice)).Diagnostics);

        Assert.Equal((DiagnosticSeverity.Warning, "mojibake", 3), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void Good_letters_in_six_languages_raise_no_doubt() =>
        Assert.Empty(SpeechReaders.Read(Encoding.UTF8.GetBytes($"{French}\n{Spanish}\n{English}\n{Russian}\n{Arabic}\n{Chinese}\nÀ ÉTÉ «Ñ» Ø Ã")).Diagnostics);

    [Fact]
    public void Controls_that_turn_text_around_are_left_out_and_reported()
    {
        var parsed = Sources.Parse("Mr. President,\n\nPay \u202E001\u202C and \u2066two\u2069 &#x202E;now.");

        Assert.Equal("Pay 001 and two  now.", parsed.Blocks[^1].Text);
        Assert.Equal(("bidi-controls", 3), (parsed.Diagnostics[0].Code, parsed.Diagnostics[0].Line));
    }

    [Property(MaxTest = 300)]
    public bool Any_bytes_give_a_result_or_a_refusal_with_a_code(byte[] bytes)
    {
        try
        {
            return SpeechParser.Parse(SpeechReaders.Read(bytes)) is not null;
        }
        catch (SpeechesError error)
        {
            return error.Code is not null;
        }
    }

    private static Encoding Of(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
