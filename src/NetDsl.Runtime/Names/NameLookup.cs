namespace NetDsl.Runtime.Names;

/// <summary>Looks names up in tables. Source: RFC 1034, "Domain names - concepts and facilities", section 4.3.3, on wildcards.</summary>
internal static class NameLookup
{
    /// <summary>What a name has of its own, or else what the nearest wildcard above it has.</summary>
    public static T? Find<T>(string name, Func<string, T?> table)
        where T : class
    {
        if (table(name) is { } own)
        {
            return own;
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            if (table("*" + name[dot..]) is { } wildcard)
            {
                return wildcard;
            }
        }

        return null;
    }
}
