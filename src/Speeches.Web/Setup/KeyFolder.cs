using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Speeches.Web.Setup;

/// <summary>The keys of data protection as files that only the server's user can read.</summary>
internal sealed class KeyFolder(string path, ILoggerFactory log) : FileSystemXmlRepository(PrivateFolder.Make(path), log)
{
    /// <inheritdoc />
    public override void StoreElement(XElement element, string friendlyName)
    {
        base.StoreElement(element, friendlyName);
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.EnumerateFiles("*.xml"))
            file.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    }
}
