using System.Globalization;

namespace NetDsl.Generators.Naming;

/// <summary>
/// Gives each element of a kind the name of its handle. It is the element's own name where no other has it; else it
/// has as many parents before it as tell it apart; where no parent does (<c>web-a</c> and <c>web_a</c> of one VPC), what stands between the
/// words is spelled out: <c>WebHyphenA</c>, <c>WebUnderscoreA</c>; where that does not help either (<c>web</c> and <c>Web</c>), the whole path is.
/// </summary>
/// <remarks>
/// The result does not depend on the order of declaration. What two elements would be called neither is, so that a
/// handle never means another element in silence because one was added: code that used it does not build.
/// </remarks>
internal static class HandleNames
{
    /// <summary>What every class has from <see cref="object"/>; a member of that name would hide it.</summary>
    private static readonly string[] Inherited =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>The name for each path.</summary>
    /// <param name="paths">Paths of elements of one kind, each once.</param>
    /// <param name="className">The class that the handles are in; C# allows no member of its name.</param>
    public static IReadOnlyDictionary<string, string> For(IEnumerable<string> paths, string className)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(Inherited, StringComparer.Ordinal) { className };
        var unnamed = paths.OrderBy(path => path, StringComparer.Ordinal).ToList();
        foreach (var candidate in Candidates(unnamed))
        {
            foreach (var group in unnamed.GroupBy(candidate, StringComparer.Ordinal).ToList())
            {
                if (taken.Add(group.Key) && group.Count() == 1)
                {
                    names.Add(group.Single(), group.Key);
                }
            }

            unnamed.RemoveAll(names.ContainsKey);
        }

        unnamed.ForEach(path => names.Add(path, Verbatim(path)));
        return names;
    }

    /// <summary>The name, or the name with the lowest number from 2 that makes it free; it is taken then.</summary>
    public static string Numbered(string name, ISet<string> taken)
    {
        var candidate = name;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }

    /// <summary>The ways to name, the best first.</summary>
    private static List<Func<string, string>> Candidates(IEnumerable<string> paths)
    {
        var longest = paths.Select(path => path.Split('/').Length).DefaultIfEmpty().Max();
        var depths = Enumerable.Range(1, longest).ToList();
        return
        [
            .. depths.Select(depth => (Func<string, string>)(path => Qualified(path, depth))),
            .. depths.Select(depth => (Func<string, string>)(path => Qualified(Spelled(path), depth))),
        ];
    }

    private static string Qualified(string path, int depth)
    {
        var names = path.Split('/');
        return PascalCase.Of(string.Join("-", names.Skip(names.Length - depth)));
    }

    private static string Spelled(string path) =>
        path.Replace("-", " hyphen ").Replace("_", " underscore ").Replace(".", " dot ");

    // Different for different paths, and no name in Pascal case.
    private static string Verbatim(string path) => "Named_" + Spelled(path).Replace("/", " slash ").Replace(' ', '_');
}
