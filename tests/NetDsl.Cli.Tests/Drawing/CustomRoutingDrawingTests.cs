using NetDsl.Cli.Drawing;
using NetDsl.Testing;

namespace NetDsl.Cli.Tests.Drawing;

public class CustomRoutingDrawingTests
{
    [Fact]
    public void Lines_lead_to_the_hosts_that_get_traffic()
    {
        var links = AcceleratorLinks.Of(ExampleNetworks.CustomRouting()).Where(link => link.IsRoute).Select(link => $"{link.From} > {link.To} {link.Label}");

        Assert.Equal(["matches > eu-west-1/games/open custom routing", "matches > eu-west-1/games/spare custom routing"], links);
    }

    [Fact]
    public void Pictures_show_the_accelerator_and_its_lines()
    {
        Assert.Contains("-->|\"custom routing\"|", MermaidDrawing.Draw(ExampleNetworks.CustomRouting()), StringComparison.Ordinal);
        Assert.Contains("label=\"custom routing\"", DotDrawing.Draw(ExampleNetworks.CustomRouting()), StringComparison.Ordinal);
    }
}
