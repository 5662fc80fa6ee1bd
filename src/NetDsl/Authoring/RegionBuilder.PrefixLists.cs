using System.Globalization;
using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Customer-managed prefix lists.</content>
public sealed partial class RegionBuilder
{
    private readonly List<PrefixListBuilder> prefixLists = [];

    internal IReadOnlyList<PrefixListBuilder> PrefixLists => prefixLists;

    /// <summary>
    /// Declares a prefix list. Routes and rules that refer to it follow its entries. Source: "Customer-managed prefix lists", Amazon VPC User Guide.
    /// </summary>
    /// <param name="name">Unique in the region.</param>
    /// <param name="maximumEntries">How many entries it may have, 1 to 1000; this weighs against the quotas of tables and groups.</param>
    public PrefixListBuilder PrefixList(
        string name, int maximumEntries, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        // Source: "Amazon VPC quotas", Amazon VPC User Guide.
        const int MostEntries = 1000;
        var call = Call.Here(file, line);
        if (maximumEntries is < 1 or > MostEntries)
        {
            Network.Problems.Add(
                ProblemKind.Conflict,
                $"{maximumEntries.ToString(CultureInfo.InvariantCulture)} is no maximum of a prefix list; it takes 1 to {MostEntries} entries",
                call.Of(nameof(maximumEntries)));
        }

        var list = new PrefixListBuilder(
            this, Network.Names.Declare(ElementKind.PrefixList, Id.Path, name, call.Of(nameof(name)), IsLeftOut), maximumEntries);
        prefixLists.Add(list);
        return list;
    }
}
