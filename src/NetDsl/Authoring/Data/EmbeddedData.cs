using System.Reflection;
using System.Text;

namespace NetDsl.Authoring.Data;

/// <summary>The data files that the build put into an assembly.</summary>
internal sealed class EmbeddedData(Assembly assembly) : IDataSource
{
    public DataFile? Find(string name)
    {
        using var resource = assembly.GetManifestResourceStream(name);
        if (resource is null)
        {
            return null;
        }

        using var reader = new StreamReader(resource, Encoding.UTF8);
        return new DataFile(reader.ReadToEnd(), Path: null);
    }
}
