using System.Globalization;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

static partial class Description
{
    static void Hybrid(Topology topology, StringBuilder text)
    {
        foreach (var table in topology.RouteTables.Where(table => table.Propagations.Count > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"table {table.Id} learns from {string.Join(' ', table.Propagations)}");
        }

        foreach (var element in topology.Hybrid.Elements)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{element}");
        }
    }
}
