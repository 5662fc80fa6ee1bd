namespace NetDsl.Cli.Drawing.Svg;

/// <summary>Colours and faces, for light and dark pages.</summary>
internal static class SvgStyle
{
    /// <summary>What wires lead to; each kind has its colour and arrow head.</summary>
    public static IReadOnlyList<string> WireKinds => ["internet-gateway", "nat-gateway", "transit-gateway", "peering", "virtual-private-gateway", "site", "accelerator"];

    public const string Sheet = """

        text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2933; }
        .heading { font-size: 18px; font-weight: 700; }
        .name { font-size: 13px; font-weight: 600; }
        .caption { font-size: 10.5px; fill: #52606d; }
        .address { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 11px; fill: #323f4b; }
        .page { fill: #ffffff; }
        .box { stroke-width: 1.2; }
        .region > .box { fill: #f5f7fa; stroke: #9aa5b1; }
        .vpc > .box { fill: #ffffff; stroke: #2b6cb0; stroke-width: 1.6; }
        .zone > .box { fill: none; stroke: #9aa5b1; stroke-dasharray: 5 4; }
        .subnet > .box { fill: #f0f7f4; stroke: #2f855a; }
        .routes > .box { fill: none; stroke: none; }
        .internet > .box { fill: #e6f0fb; stroke: #2b6cb0; }
        .internet-gateway > .box { fill: #e6f0fb; stroke: #2b6cb0; }
        .nat-gateway > .box { fill: #fdf0e3; stroke: #c05621; }
        .transit-gateway > .box { fill: #f3ebfb; stroke: #6b46c1; }
        .peering > .box { fill: #e3f6f5; stroke: #0f766e; }
        .virtual-private-gateway > .box, .site > .box { fill: #fbf3dc; stroke: #975a16; }
        .accelerator > .box { fill: #fde8f0; stroke: #b83280; }
        .internet-client > .box { fill: #e6f0fb; stroke: #2b6cb0; }
        .instance > .box, .network-interface > .box { fill: #ffffff; stroke: #7b8794; }
        .wire > polyline { fill: none; stroke-width: 1.5; stroke-linejoin: round; }
        .dashed > polyline { stroke-dasharray: 5 4; }
        .to-internet-gateway > polyline { stroke: #2b6cb0; } .head.to-internet-gateway { fill: #2b6cb0; }
        .to-nat-gateway > polyline { stroke: #c05621; } .head.to-nat-gateway { fill: #c05621; }
        .to-transit-gateway > polyline { stroke: #6b46c1; } .head.to-transit-gateway { fill: #6b46c1; }
        .to-peering > polyline { stroke: #0f766e; } .head.to-peering { fill: #0f766e; }
        .to-virtual-private-gateway > polyline, .to-site > polyline { stroke: #975a16; } .head.to-virtual-private-gateway, .head.to-site { fill: #975a16; }
        .to-accelerator > polyline { stroke: #b83280; } .head.to-accelerator { fill: #b83280; }
        @media (prefers-color-scheme: dark) {
          text { fill: #e4e7eb; }
          .caption { fill: #9aa5b1; }
          .address { fill: #cbd2d9; }
          .page { fill: #12181f; }
          .region > .box { fill: #18212b; stroke: #52606d; }
          .vpc > .box { fill: #12181f; stroke: #63a4e8; }
          .zone > .box { stroke: #616e7c; }
          .subnet > .box { fill: #16261f; stroke: #48a97a; }
          .internet > .box, .internet-gateway > .box { fill: #15283d; stroke: #63a4e8; }
          .nat-gateway > .box { fill: #33200f; stroke: #ed8936; }
          .transit-gateway > .box { fill: #261a3a; stroke: #a78bfa; }
          .peering > .box { fill: #0e2b2a; stroke: #2dd4bf; }
          .virtual-private-gateway > .box, .site > .box { fill: #2e2410; stroke: #d69e2e; }
          .to-virtual-private-gateway > polyline, .to-site > polyline { stroke: #d69e2e; } .head.to-virtual-private-gateway, .head.to-site { fill: #d69e2e; }
          .accelerator > .box { fill: #3a1528; stroke: #ed64a6; }
          .internet-client > .box { fill: #15283d; stroke: #63a4e8; }
          .to-accelerator > polyline { stroke: #ed64a6; } .head.to-accelerator { fill: #ed64a6; }
          .instance > .box, .network-interface > .box { fill: #1f2933; stroke: #7b8794; }
          .to-internet-gateway > polyline { stroke: #63a4e8; } .head.to-internet-gateway { fill: #63a4e8; }
          .to-nat-gateway > polyline { stroke: #ed8936; } .head.to-nat-gateway { fill: #ed8936; }
          .to-transit-gateway > polyline { stroke: #a78bfa; } .head.to-transit-gateway { fill: #a78bfa; }
          .to-peering > polyline { stroke: #2dd4bf; } .head.to-peering { fill: #2dd4bf; }
        }

        """;
}
