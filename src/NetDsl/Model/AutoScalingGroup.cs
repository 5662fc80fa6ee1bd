namespace NetDsl.Model;

/// <summary>
/// A set of like instances over zones, kept at a size. Source: "Auto Scaling groups", Amazon EC2 Auto Scaling User Guide.
/// </summary>
/// <param name="Id">Its identity.</param>
/// <param name="Origin">Where it was declared.</param>
/// <param name="Vpc">Its VPC.</param>
/// <param name="Minimum">The smallest size.</param>
/// <param name="Desired">How many instances there are in the model.</param>
/// <param name="Maximum">The largest size.</param>
/// <param name="Instances">The instances, over its subnets in turn.</param>
public sealed record AutoScalingGroup(
    ElementId Id,
    Origin Origin,
    ElementId Vpc,
    int Minimum,
    int Desired,
    int Maximum,
    EquatableArray<ElementId> Instances) : Element(Id, Origin);
