using System.Runtime.CompilerServices;
using Speeches.Annotations;
using Speeches.Formats.Writing;

namespace Speeches.Tests.Formats;

/// <summary>
/// Compares what a writer makes with a file that a person has looked at. <c>SPEECHES_GOLDEN=write</c> writes the files anew;
/// look at the difference before you commit it.
/// </summary>
internal static class GoldenFile
{
    public static void Compare(string format, AnnotatedCopy copy, string name, [CallerFilePath] string here = "")
    {
        var actual = Write(format, copy);
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", $"{name}.{format}");
        if (Environment.GetEnvironmentVariable("SPEECHES_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, actual);
        }

        Assert.Equal(System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(path)), System.Text.Encoding.UTF8.GetString(actual));
    }

    public static byte[] Write(string format, AnnotatedCopy copy)
    {
        using var output = new MemoryStream();
        SpeechWriters.For(format)!.Write(copy, output);
        return output.ToArray();
    }

    public static string Text(string format, AnnotatedCopy copy) => System.Text.Encoding.UTF8.GetString(Write(format, copy));
}
