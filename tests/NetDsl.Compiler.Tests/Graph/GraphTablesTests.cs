using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Tests.Graph;

public class GraphTablesTests
{
    static readonly GraphTables[] All = [.. Enum.GetValues<GraphTables>().Where(table => table != GraphTables.None)];

    public static TheoryData<GraphTables> Tables => new(All);

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_graph_has_a_table_that_has_something_in_it(GraphTables table)
    {
        var graph = new ForwardingGraph { Name = "test" };
        Assert.False(graph.Has(table));

        Fill(graph, table, count: 1);
        Assert.Equal([table], All.Where(each => graph.Has(each)));

        var copy = graph with { Name = "copy" };
        Assert.True(copy.Has(table));

        Fill(copy, table, count: 0);
        Assert.Equal((false, true), (copy.Has(table), graph.Has(table)));
    }

    static void Fill(ForwardingGraph graph, GraphTables table, int count)
    {
        var property = typeof(ForwardingGraph).GetProperty(table.ToString())!;
        var item = property.PropertyType.GetGenericArguments()[0];
        property.SetValue(graph, typeof(EquatableArray).GetMethod(nameof(EquatableArray.ToEquatableArray))!.MakeGenericMethod(item).Invoke(null, [Array.CreateInstance(item, count)]));
    }
}
