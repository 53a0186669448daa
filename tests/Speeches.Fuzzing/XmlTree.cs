using System.Text;
using System.Xml.Linq;

namespace Speeches.Fuzzing;

/// <summary>Spoils XML so that it stays XML: elements taken out, doubled, moved, put into each other; values exchanged.</summary>
internal static class XmlTree
{
    private const int Deepest = 300;
    private const int MostElements = 10_000;
    private const int MostLetters = 200_000;
    private static readonly string[] Values = ["", "0", "1", "-1", "9", "2147483647", "999999999999", "x", "\u202E", "true", "none", "F0B7", "rIdLink", "../x"];

    /// <summary>Spoils one to eight elements.</summary>
    public static byte[] Spoil(byte[] xml, Random random)
    {
        XElement root;
        try
        {
            root = XElement.Load(new MemoryStream(xml));
        }
        catch (System.Xml.XmlException)
        {
            return xml;
        }

        for (var times = random.Next(1, 9); times > 0; times--)
        {
            var all = root.Descendants().ToArray();
            if (all.Length is > 0 and < MostElements)
                Once(all[random.Next(all.Length)], all[random.Next(all.Length)], random);
        }

        return Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    private static void Once(XElement element, XElement other, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                element.Remove();
                break;
            case 1:
                for (var copies = 1 << random.Next(8); copies > 0; copies--)
                    element.AddAfterSelf(new XElement(element));
                break;
            case 2:
                other.Add(new XElement(element));
                break;
            case 3:
                other.AddBeforeSelf(new XElement(element));
                break;
            case 4:
                var inside = element;
                for (var depth = 1 << random.Next(8); depth > 0 && depth < Deepest; depth--)
                    inside = new XElement(other.Name, other.Attributes(), inside);
                element.ReplaceWith(inside);
                break;
            case 5 when element.HasAttributes:
                var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XNamespace.Xml).ToArray();
                if (attributes.Length > 0)
                    attributes[random.Next(attributes.Length)].Value = Values[random.Next(Values.Length)];
                break;
            case 6:
                element.Name = other.Name;
                break;
            default:
                var words = element.Value is { Length: > 0 } text ? text : "x ";
                element.Value = string.Concat(Enumerable.Repeat(words, Math.Max(1, Math.Min(MostLetters / words.Length, 1 << random.Next(10)))));
                break;
        }
    }
}
