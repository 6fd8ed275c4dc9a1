global using MapTiler.Batches;
global using MapTiler.DependencyInjection;
global using MapTiler.Errors;
global using MapTiler.Geo;
global using MapTiler.Http;
global using MapTiler.Json;
global using MapTiler.Urls;
