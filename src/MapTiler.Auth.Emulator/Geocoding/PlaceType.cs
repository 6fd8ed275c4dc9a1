namespace MapTiler.Emulator;

/// <summary>The place types of the service, from fine to coarse. The data has five of them; others are added in code.</summary>
internal enum PlaceType
{
    Address,
    Poi,
    Road,
    PostalCode,
    Place,
    Neighbourhood,
    Locality,
    MunicipalDistrict,
    JointSubmunicipality,
    Municipality,
    JointMunicipality,
    County,
    Subregion,
    Region,
    MajorLandform,
    Country,
    ContinentalMarine,
}
